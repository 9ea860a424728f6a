import { basename, extname } from 'node:path';
import type { Participant, ReadingInput } from '../../server/inference/reading.ts';
import { decodeBytes } from './decode-bytes.ts';
import type { Author, Entry } from './entry.ts';
import { itemOfLine } from './item-of-line.ts';
import { itemOfMail, mailsOf } from './item-of-mail.ts';

export async function* itemsOf(
  path: string,
  bytes: Uint8Array,
  author: Author,
): AsyncGenerator<Entry> {
  switch (extname(path).toLowerCase()) {
    case '.jsonl':
    case '.ndjson':
      yield* entriesOfLines(bytes);
      return;
    case '.mbox': {
      let number = 0;
      for (const mail of mailsOf(bytes)) {
        number += 1;
        yield await itemOfMail(mail, `mail ${number}`, author);
      }
      return;
    }
    case '.eml':
      yield await itemOfMail(bytes, basename(path), author);
      return;
    default:
      yield entryOfText(path, bytes, author);
  }
}

/** Lines are cut as bytes, so that one line in a wrong charset spoils no other. */
function* entriesOfLines(bytes: Uint8Array): Generator<Entry> {
  let number = 0;
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline;
    number += 1;
    if (end > start) yield itemOfLine(bytes.subarray(start, end), number);
    start = end + 1;
  }
}

function entryOfText(path: string, bytes: Uint8Array, author: Author): Entry {
  const { text, oddity } = decodeBytes(bytes);
  const id = basename(path);
  return {
    item: { id, automatic: false, input: textInput(text, author) },
    receipt: oddity === null ? null : `${id}: ${oddity}.`,
  };
}

const PEOPLE: readonly Participant[] = [
  { id: 'buyer', side: 'buyer', name: 'Buyer', title: null },
  { id: 'seller', side: 'seller', name: 'Seller', title: null },
];

function textInput(text: string, author: Author): ReadingInput {
  if (author === 'rep')
    return { kind: 'note', direction: null, author: 'seller', people: PEOPLE, text };
  const direction = author === 'buyer' ? 'in' : 'out';
  return { kind: 'email', direction, author, people: PEOPLE, text };
}
