import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { HUBSPOT_FEATURES, scopesAsked } from '../../../server/crm/hubspot/scopes.ts';
import { RECORD_KINDS } from '../../../server/crm/records.ts';

const Project = z.object({
  config: z.object({
    auth: z.object({
      requiredScopes: z.array(z.string()),
      optionalScopes: z.array(z.string()),
      conditionallyRequiredScopes: z.array(z.string()),
    }),
  }),
});
const { auth } = Project.parse(
  JSON.parse(readFileSync('hubspot-app/src/app/app-hsmeta.json', 'utf8')),
).config;

describe('the scopes that Attune asks HubSpot for', () => {
  it('are those of the uploaded project, or HubSpot would block the install', () => {
    expect(scopesAsked('always')).toEqual(auth.requiredScopes);
    expect(scopesAsked('optional')).toEqual(auth.optionalScopes);
    expect(auth.conditionallyRequiredScopes).toEqual([]);
  });

  it('are those of the documentation, asked as it says', () => {
    const readme = readFileSync('hubspot-app/README.md', 'utf8');
    const rows = [...readme.matchAll(/^\| (`[^|]+`) \| (always|optional) \|/gm)];
    const documented = rows.flatMap(([, names = '', asked = '']) =>
      [...names.matchAll(/`([^`]+)`/g)].map(([, scope]) => `${scope} ${asked}`),
    );
    const asked = (['always', 'optional'] as const).flatMap((when) =>
      scopesAsked(when).map((scope) => `${scope} ${when}`),
    );
    expect(documented.toSorted()).toEqual(asked.toSorted());
  });

  it('are none that HubSpot classes as sensitive', () => {
    const all = [...scopesAsked('always'), ...scopesAsked('optional')];
    expect(all.filter((scope) => /sensitive/.test(scope))).toEqual([]);
  });

  it('say what each missing one costs, by its name', () => {
    const unnamed = HUBSPOT_FEATURES.filter(
      ({ scopes, without }) => !scopes.some((scope) => without.includes(scope)),
    );
    expect(unnamed).toEqual([]);
  });

  it('cover every kind of record that is read, once', () => {
    const covered = HUBSPOT_FEATURES.flatMap(({ kinds }) => kinds);
    expect(covered.toSorted()).toEqual([...RECORD_KINDS].toSorted());
  });
});
