import { parseArgs } from 'node:util';
import { readActivity } from '../server/inference/read-activity.ts';
import { calibrationOf } from './eval/calibration.ts';
import { goldItemsOf, type GoldItem } from './eval/gold-items-of.ts';
import { countErrors } from './eval/kinds-of-error.ts';
import { rowsOf, type Row } from './eval/rows-of.ts';
import { scoreReadings } from './eval/score-readings.ts';
import { readFileBytes, Unreadable } from './read/read-file-bytes.ts';

const USAGE = `Usage: npm run -s eval -- --gold FILE [--json]
  FILE    labelled items, one JSON object a line (format: the README beside the gold set)
Exit status: 0 all targets hold, 1 one does not, 2 wrong usage, 3 the file cannot be read.`;

/** `npm run eval`: how well the engine reads labelled items. */
async function main(): Promise<number> {
  const options = optionsFrom(process.argv.slice(2));
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  try {
    const items = goldItemsOf(await readFileBytes(options.gold));
    return report(items, options.json);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    console.error(error.message);
    return 3;
  }
}

function report(items: readonly GoldItem[], json: boolean): number {
  const started = performance.now();
  const found = new Map(items.map((item) => [item.id, readActivity(item.input).readings]));
  const seconds = (performance.now() - started) / 1000;
  const results = rowsOf({
    score: scoreReadings(items, found),
    calibration: calibrationOf(items, found),
    errors: countErrors(items, found),
    textsPerSecond: items.length / seconds,
  });
  if (json)
    console.log(JSON.stringify({ bench: 'eval', seconds: Number(seconds.toFixed(3)), results }));
  else console.log(results.map(printed).join('\n'));
  return results.every((row) => row.holds) ? 0 : 1;
}

function printed(row: Row): string {
  const target =
    row.target === null ? '' : `  target ${row.target}${row.holds ? '' : '  DOES NOT HOLD'}`;
  return `${row.name.padEnd(28)} ${row.value === null ? 'none' : row.value.toFixed(3)}${target}`;
}

function optionsFrom(argv: readonly string[]): { gold: string; json: boolean } | null {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { gold: { type: 'string' }, json: { type: 'boolean' } },
    });
    return values.gold === undefined ? null : { gold: values.gold, json: values.json === true };
  } catch {
    return null;
  }
}

process.exitCode = await main();
