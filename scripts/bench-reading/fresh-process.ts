import { readActivity } from '../../server/inference/read-activity.ts';

const text = 'We are worried that the archive gets lost in the move. Nobody answered us.';
const people = [{ id: 'b', side: 'buyer', name: 'Dana Whitlock', title: null }] as const;
readActivity({ kind: 'email', direction: 'in', author: 'b', people, text });
/** `performance.now()` counts from the start of the process. */
const startMs = performance.now();

const { storyTexts } = await import('./choose-texts.ts');
const texts = await storyTexts();
for (const each of [...texts, ...texts]) readActivity(each);
console.log(JSON.stringify({ startMs, memoryMb: process.memoryUsage().rss / 1e6 }));
