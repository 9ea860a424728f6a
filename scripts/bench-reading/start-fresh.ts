import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const FirstReading = z.strictObject({
  /** From the start of the process to its first reading. */
  startMs: z.number(),
  /** Of the process, after it has read every text of the stories twice. */
  memoryMb: z.number(),
});

/** A process of its own that reads: what everybody pays who starts one. */
export function startFresh(): z.infer<typeof FirstReading> {
  const entry = fileURLToPath(new URL('fresh-process.ts', import.meta.url));
  return FirstReading.parse(
    JSON.parse(execFileSync(process.execPath, [entry], { encoding: 'utf8' })),
  );
}
