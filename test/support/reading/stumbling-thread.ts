import { serveReadings } from '../../../server/inference/pool/serve-readings.ts';
import { echoReading } from './echo-reading.ts';

/** A pool's thread that some words bring down. It does not load the reader, so that it comes up at once. */
serveReadings((input) => {
  if (input.text.includes('POISON')) throw new Error('stumbled');
  if (input.text.includes('DEADLY')) process.exit(7);
  if (input.text.includes('ENDLESS')) for (;;);
  return echoReading(input);
});
