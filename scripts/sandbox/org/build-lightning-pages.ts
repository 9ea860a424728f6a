import { buildLightningFolder } from '../../../preview/lightning/build-folder.ts';

/** The Lightning card's page, built in a process of its own: its compiler takes a core and some memory for a while. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder to build into.');
await buildLightningFolder(folder);
