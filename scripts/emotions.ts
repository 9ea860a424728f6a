import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openEmotions } from '../server/inference/emotions/open-emotions.ts';
import { readFileBytes, Unreadable } from './read/read-file-bytes.ts';

const USAGE = `Usage: npm run -s emotions -- --input FILE.jsonl
  FILE    texts, one JSON object a line: {"id": "…", "text": "…"}
Prints for each {"id", "scores", "labels"}: GoEmotions' 27 emotions and neutral, of what the words express.
Exit status: 0 done, 2 wrong usage, 3 the file cannot be read or a line is no text.`;

const Text = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** `npm run emotions`: the emotions model by itself, as a yardstick; the product shows none of its labels. */
async function main(): Promise<number> {
  const file = inputFrom(process.argv.slice(2));
  if (file === null) {
    console.error(USAGE);
    return 2;
  }
  try {
    const texts = textsIn(await readFileBytes(file));
    const read = await openEmotions();
    for (const { id, text } of texts) console.log(JSON.stringify({ id, ...(await read(text)) }));
    return 0;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    console.error(error.message);
    return 3;
  }
}

function textsIn(bytes: Uint8Array): readonly z.infer<typeof Text>[] {
  const lines = new TextDecoder().decode(bytes).split('\n');
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [textIn(line, index + 1)]));
}

function textIn(line: string, number: number): z.infer<typeof Text> {
  const text = Text.safeParse(parseOrNull(line));
  if (text.success) return text.data;
  throw new Unreadable(`Line ${number} is no {"id", "text"}. Mend it, then start again.`);
}

function parseOrNull(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function inputFrom(argv: readonly string[]): string | null {
  try {
    return (
      parseArgs({ args: [...argv], options: { input: { type: 'string' } } }).values.input ?? null
    );
  } catch {
    return null;
  }
}

process.exitCode = await main();
