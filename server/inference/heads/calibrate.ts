import type { Pole } from '../../../shared/vocabulary.ts';
import type { Passage } from '../voices.ts';
import { NEEDS } from './needs.ts';
import type { Likelihoods } from './weigh-wording.ts';

interface Line {
  readonly slope: number;
  readonly offset: number;
}

/**
 * From the heads' logit to one that can be trusted. Fitted on 5,100 guesses on texts of writers who were kept away from
 * the heads that guessed (four folds, 2026-11-23); mails, calls, meetings, chats, tickets and surveys do not differ by
 * more than so many guesses would by chance.
 */
const CALIBRATION: Readonly<Record<Passage['voice'], Readonly<Record<Pole, Line>>>> = {
  buyer: { threatened: { slope: 0.66, offset: 0.27 }, met: { slope: 0.67, offset: 0.79 } },
  note: { threatened: { slope: 0.77, offset: 0.93 }, met: { slope: 0.45, offset: 1.26 } },
};

/** Of what is so likely, about that share is right: what is praised, and what a rep notes, is seldom something else. */
export function calibrated(raw: Likelihoods, voice: Passage['voice']): Likelihoods {
  const needs = raw.needs.map((likelihood, index) => {
    const { slope, offset } = CALIBRATION[voice][NEEDS[index]?.pole ?? 'threatened'];
    const logit = Math.log(likelihood / (1 - likelihood));
    return 1 / (1 + Math.exp(-(slope * logit + offset)));
  });
  return { needs, said: raw.said };
}
