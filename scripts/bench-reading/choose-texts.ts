import { readFileSync } from 'node:fs';
import { isActivity } from '../../server/crm/records.ts';
import type { ReadingInput } from '../../server/inference/reading.ts';
import { loadStories } from '../../test/simulators/hubspot/load-stories.ts';
import { neutralRecords } from '../../test/simulators/hubspot/neutral-records.ts';
import { goldItemsOf } from '../eval/gold-items-of.ts';
import { listTexts } from '../train/list-texts.ts';

const PEOPLE: ReadingInput['people'] = [
  { id: 'buyer', side: 'buyer', name: 'Dana Whitlock', title: null },
  { id: 'seller', side: 'seller', name: 'Sam Okafor', title: null },
];

/** Every activity of the sandbox's stories. */
export async function storyTexts(): Promise<readonly ReadingInput[]> {
  const { records } = await loadStories('2026-11-24');
  return [...neutralRecords(records)].filter(isActivity).map(({ kind, direction, text }) => ({
    ...{ kind, direction, text },
    author: direction === 'out' ? 'seller' : 'buyer',
    people: PEOPLE,
  }));
}

/** Only what a buyer wrote: our own side's mails cost next to nothing, since nobody reads them. */
export function isBuyersMail({ kind, direction }: ReadingInput): boolean {
  return kind === 'email' && direction === 'in';
}

/** The worst case: mails of writers whom the heads have not met, each with a need in it, so that none stays at the gate. */
export function mailsWithNeeds(): readonly ReadingInput[] {
  const items = listTexts().unmet.flatMap(({ file }) => goldItemsOf(readFileSync(file)));
  return items
    .filter(({ labels, input }) => labels.length > 0 && isBuyersMail(input))
    .map(({ input }) => input);
}

const NOTHING_IN_IT = [
  'Hello Sam,',
  'the parcel with the twelve cables arrived at the depot on Tuesday.',
  'Attached is the drawing of the second floor with the numbers of the rooms.',
  'The invoice address is the one in Leeds.',
  'The meeting is on Thursday at ten in room four.',
  'Kind regards\nDana',
].join('\n');

/** Order and address, date and room: no sentence's words promise a need, and the gate stays closed. */
export function mailsWithNothing(): readonly ReadingInput[] {
  return [{ kind: 'email', direction: 'in', author: 'buyer', people: PEOPLE, text: NOTHING_IN_IT }];
}
