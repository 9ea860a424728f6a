"""Fits the heads to labelled sentences: logistic regression for all outputs at once, by L-BFGS (SciPy).

usage: python3 fit_heads.py FOLDER
Reads FOLDER/sentences.json and FOLDER/meanings.f32 as scripts/train/fit-heads.ts writes them; writes FOLDER/gate.f32
(words and cues) and FOLDER/heads.f32 (words, cues and meaning): weights for words, cues, meaning, then the bias, float32,
feature by feature, within it output by output; and FOLDER/parity.f32, what both answer to the sentences asked for. The same sentences give the same weights on the same machine.
Debian: python3-numpy, python3-scipy.
"""

import json
import sys
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, issparse

# Weight of the squared weights in what is minimised. With writers left out .03 to .3 gave the same within .03 of F1; on
# the development items .1 gave most. Cues are few and were thought about: what the texts say of them counts in full.
WORD_PENALTY = 0.1
CUE_PENALTY = 0.01
MEANING_PENALTY = 0.1
ITERATIONS = 120
FIRST_BIAS = -4


def main(folder):
    given = json.loads((folder / "sentences.json").read_text())
    sentences, outputs = given["sentences"], given["outputs"]
    labels, counted = labels_of(sentences, outputs)
    words = words_of(sentences, given["buckets"])
    cues = cues_of(sentences, given["cues"])
    meanings = np.fromfile(folder / "meanings.f32", np.float32).reshape(len(sentences), -1)
    mean, spread = meanings.mean(0), meanings.std(0) + 1e-4
    # As long as a sentence's words are together: neither speaks louder.
    scale = (spread * np.sqrt(meanings.shape[1])).astype(np.float32)
    targets = (labels, counted)

    word_parts = [(words, WORD_PENALTY), (cues, CUE_PENALTY)]
    gate = fit(word_parts, targets)
    weights, bias = fit([*word_parts, ((meanings - mean) / scale, MEANING_PENALTY)], targets)
    weights[2] = weights[2] / scale[:, None]
    heads = (weights, bias - mean @ weights[2])
    write(folder / "gate.f32", *gate)
    write(folder / "heads.f32", *heads)
    rows = given["parity"]
    answers = [logits_of((words[rows], cues[rows], meanings[rows]), *each) for each in (gate, heads)]
    np.stack(answers, 1).astype(np.float32).tofile(folder / "parity.f32")


def labels_of(sentences, outputs):
    """One where the sentence carries it; and how much each answer counts, nought where either would be right."""
    labels = np.zeros((len(sentences), outputs), np.float32)
    counted = np.zeros((len(sentences), outputs), np.float32)
    for row, sentence in enumerate(sentences):
        counted[row] = sentence["times"]
        counted[row, sentence["open"]] = 0
        labels[row, sentence["carries"]] = 1
    return labels, counted


def words_of(sentences, buckets):
    rows = [sentence["buckets"] for sentence in sentences]
    starts = np.cumsum([0] + [len(row) for row in rows])
    values = np.concatenate(
        [np.full(len(row), sentence["each"], np.float32) for row, sentence in zip(rows, sentences)]
    )
    return csr_matrix((values, np.concatenate(rows), starts), (len(rows), buckets))


def cues_of(sentences, cues):
    matrix = np.zeros((len(sentences), cues), np.float32)
    for row, sentence in enumerate(sentences):
        for cue, strength in sentence["cues"]:
            matrix[row, cue] = strength
    return matrix


def fit(parts, targets):
    labels, counted = targets
    outputs = labels.shape[1]
    features = [part.astype(np.float32) for part, _ in parts]
    turned = [part.T.tocsr() if issparse(part) else np.ascontiguousarray(part.T) for part in features]
    sizes = [part.shape[1] * outputs for part in features]
    ends = np.cumsum(sizes)

    def weights_in(at):
        return [block.reshape(-1, outputs) for block in np.split(at[: ends[-1]], ends[:-1])]

    def loss(point):
        at = point.astype(np.float32)
        weights, bias = weights_in(at), at[ends[-1] :]
        logits = logits_of(features, weights, bias)
        surprise = np.log1p(np.exp(-np.abs(logits))) + np.maximum(logits, 0) - labels * logits
        total = (counted * surprise).sum(dtype=np.float64)
        errors = counted * (1 / (1 + np.exp(-logits)) - labels)
        slopes = []
        for part, block, (_, penalty) in zip(turned, weights, parts):
            slopes.append((part @ errors + penalty * block).ravel())
            total += penalty / 2 * float((block.astype(np.float64) ** 2).sum())
        return total, np.concatenate([*slopes, errors.sum(0)]).astype(np.float64)

    start = np.zeros(ends[-1] + outputs)
    start[ends[-1] :] = FIRST_BIAS
    options = {"maxiter": ITERATIONS, "maxcor": 8, "ftol": 1e-6}
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x.astype(np.float32)
    return weights_in(found), found[ends[-1] :]


def logits_of(features, weights, bias):
    return sum(part @ block for part, block in zip(features, weights)) + bias


def write(file, weights, bias):
    blocks = [*[block.ravel() for block in weights], bias]
    np.concatenate(blocks).astype(np.float32).tofile(file)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
