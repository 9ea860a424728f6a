import path from 'node:path';
import type { Row } from '../bench/row.ts';
import { listViews } from './list-views.ts';
import { measureBuilding } from './measure-building.ts';
import { answerAll, measureOpening } from './measure-opening.ts';
import { openCounter, type Closers } from './open-counter.ts';
import { rowsOf } from './rows-of.ts';
import { startAsker } from './start-asker.ts';
import { weighBundle } from './weigh-bundle.ts';

/** What a rep and the server feel of the card: building it, opening it, and what travels. Takes about 70 s. */
export async function measureCard(
  closers: Closers,
  say: (line: string) => void,
): Promise<readonly Row[]> {
  say('A sandbox spends its first night.');
  const counter = await openCounter(closers, () => new Date());
  const asker = startAsker();
  closers.push(() => asker.close());
  say('Cards are built.');
  const building = await measureBuilding(counter.sandbox);
  const answered = await answerAll(counter, listViews(counter.sandbox));
  say(`${answered.length} cards are opened again and again.`);
  const opening = await measureOpening(counter, asker, answered);
  const bundle = await weighBundle(path.join(counter.folder, 'preview'));
  return rowsOf({ building, opening, bundle, answerBytes: answered.map(({ bytes }) => bytes) });
}
