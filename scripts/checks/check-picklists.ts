import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DRIVERS, POLES, STAGES } from '../../shared/vocabulary.ts';

const OBJECTS = join(import.meta.dirname, '../../salesforce-app/force-app/main/default/objects');

const LISTS: Readonly<Record<string, readonly string[]>> = {
  Journey_Stage__c: STAGES,
  Top_Driver__c: DRIVERS,
  Driver_Pole__c: POLES,
};

/** The values of the org's picklists are the closed lists of the vocabulary, in their order. */
export async function checkPicklists(): Promise<string> {
  const objects = (await readdir(OBJECTS)).filter((name) => /^[A-Z][a-z]+_Insight__c$/.test(name));
  for (const object of objects)
    for (const [field, values] of Object.entries(LISTS)) await checkField(object, field, values);
  return `${Object.keys(LISTS).length} lists on ${objects.length} objects`;
}

async function checkField(object: string, field: string, values: readonly string[]) {
  const file = join(OBJECTS, object, 'fields', `${field}.field-meta.xml`);
  const found = [...(await readFile(file, 'utf8')).matchAll(/<fullName>(\w+)<\/fullName>/g)];
  const [, ...written] = found.map(([, name]) => name);
  if (written.join() !== values.join())
    throw new Error(`${object}.${field} has other values than shared/vocabulary.ts.`);
}
