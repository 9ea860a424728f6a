import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { validateHubspotProject } from '../../../scripts/validate-hubspot-project.ts';

const PROJECT = join(import.meta.dirname, '../../../hubspot-app');

describe('validating the HubSpot project with HubSpot’s parser', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'attune-hubspot-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** A copy of our project in which one text of one file is another. */
  async function projectWith(file: string, [from, to]: readonly [string, string]): Promise<string> {
    const copy = await mkdtemp(join(folder, 'project-'));
    await cp(PROJECT, copy, {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    });
    const text = await readFile(join(copy, file), 'utf8');
    await writeFile(join(copy, file), text.replace(from, to));
    return copy;
  }

  it.each(['dev', 'prod'])('accepts ours with the profile %s', async (profile) => {
    await expect(validateHubspotProject(PROJECT, profile)).resolves.toEqual([
      'attune_app',
      'attune_preview',
      'attune_sidebar',
      'attune_tab',
      'attune_settings',
      'attune_webhooks',
    ]);
  });

  const CARD = 'src/app/cards/attune-sidebar-hsmeta.json';
  const APP = 'src/app/app-hsmeta.json';

  it.each([
    {
      what: 'a card without its entry file',
      file: CARD,
      change: ['"entrypoint"', '"entry"'],
      complaint: /entrypoint/,
    },
    {
      what: 'an unknown place for the card',
      file: CARD,
      change: ['crm.record.sidebar', 'crm.sidebar'],
      complaint: /location/,
    },
    {
      what: 'a key that HubSpot does not know',
      file: CARD,
      change: ['"type"', '"extra": 1, "type"'],
      complaint: /extra/,
    },
    {
      what: 'an address without https',
      file: APP,
      change: ['${APP_ORIGIN}/oauth', 'http://a.example/oauth'],
      complaint: /redirect/i,
    },
    {
      what: 'a variable that no profile has',
      file: APP,
      change: ['${APP_ORIGIN}/oauth', '${NOWHERE}/oauth'],
      complaint: /NOWHERE/,
    },
  ] as const)('refuses $what', async ({ file, change, complaint }) => {
    const broken = await projectWith(file, change);
    await expect(validateHubspotProject(broken, 'dev')).rejects.toThrow(complaint);
  });
});
