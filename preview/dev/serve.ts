import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPreview } from '../build-preview.ts';
import { startFixtureSandbox } from './fixture-sandbox.ts';

/** `node preview/dev/serve.ts [port]`: the page against hand-written cards, without a server or a database. */
const folder = await mkdtemp(join(tmpdir(), 'attune-preview-'));
await buildPreview(folder);
const { url } = await startFixtureSandbox(folder, Number(process.argv[2] ?? 3211));
process.stdout.write(`${url}\n`);
