import { parseArgs } from 'node:util';
import { readActivity } from '../server/inference/read-activity.ts';
import { AUTHORS, type Author, type Item } from './read/entry.ts';
import { itemsOf } from './read/items-of.ts';
import { printCard } from './read/print-card.ts';
import { readFileBytes, Unreadable } from './read/read-file-bytes.ts';

const USAGE = `Usage: npm run -s read -- --input FILE [--author buyer|seller|rep] [--format json|card]
  FILE      .eml, .mbox, .txt, or .jsonl with {id, kind, direction, author, people, text} on each line
  --author  who wrote the mails or the text: the buyer (as if not given), the seller, or a rep in a note
  --format  json: one object a line (as if not given); card: a page to read
Exit status: 0 read, 2 wrong usage, 3 the file cannot be read.`;

interface Options {
  readonly input: string;
  readonly author: Author;
  readonly format: 'json' | 'card';
}

/** `npm run read`: what the reading engine finds in a file. Receipts of what was odd go to standard error. */
async function main(): Promise<number> {
  const options = optionsFrom(process.argv.slice(2));
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  try {
    await readAll(options);
    return 0;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    console.error(error.message);
    return 3;
  }
}

async function readAll(options: Options): Promise<void> {
  const bytes = await readFileBytes(options.input);
  for await (const entry of itemsOf(options.input, bytes, options.author)) {
    if (entry.receipt !== null) console.error(entry.receipt);
    if (entry.item !== null) await write(`${rendered(entry.item, options.format)}\n`);
  }
}

function rendered({ id, automatic, input }: Item, format: Options['format']): string {
  const { newText, readings } = readActivity(input);
  const kept = automatic ? [] : readings;
  if (format === 'card') return printCard({ id, newText, readings: kept, people: input.people });
  return JSON.stringify({
    id,
    newText,
    readings: kept.map(({ driver, pole, status, quote, start, end, person, strength }) => ({
      driver,
      pole,
      status,
      quote,
      start,
      end,
      person,
      strength,
    })),
  });
}

/** Waits for a slow reader (`| head`, `| less`) instead of filling memory. */
async function write(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}

function optionsFrom(argv: readonly string[]): Options | null {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        input: { type: 'string' },
        author: { type: 'string' },
        format: { type: 'string' },
      },
    });
    const author = AUTHORS.find((each) => each === (values.author ?? 'buyer'));
    const format = (['json', 'card'] as const).find((each) => each === (values.format ?? 'json'));
    if (values.input === undefined || author === undefined || format === undefined) return null;
    return { input: values.input, author, format };
  } catch {
    return null;
  }
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe may stop early (`| head`); that is no fault of ours.
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

process.exitCode = await main();
