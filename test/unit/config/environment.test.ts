import { describe, expect, it } from '@jest/globals';
import { parseEnvironment } from '../../../server/config.ts';
import { requireHubSpot } from '../../../server/require-hubspot.ts';
import { requireSalesforce } from '../../../server/require-salesforce.ts';

describe('the environment', () => {
  it('has a usable default for everything the sandbox needs', () => {
    expect(parseEnvironment({})).toMatchObject({
      PORT: 3210,
      ATTUNE_ROLE: 'both',
      LOG_LEVEL: 'warn',
    });
  });

  it('names every fault at once', () => {
    expect(() => parseEnvironment({ PORT: 'many', ATTUNE_ROLE: 'boss' })).toThrow(
      /PORT.*ATTUNE_ROLE/s,
    );
  });

  it('names every HubSpot setting that is missing', () => {
    const environment = parseEnvironment({ HUBSPOT_CLIENT_ID: 'abc' });

    expect(() => requireHubSpot(environment)).toThrow(
      /PUBLIC_ORIGIN, HUBSPOT_APP_ID, HUBSPOT_CLIENT_SECRET/,
    );
  });

  const complete = {
    PUBLIC_ORIGIN: 'https://attune.example',
    HUBSPOT_APP_ID: '1',
    HUBSPOT_CLIENT_ID: 'abc',
    HUBSPOT_CLIENT_SECRET: 'new',
  };

  it('becomes the settings of HubSpot when nothing is missing', () => {
    expect(requireHubSpot(parseEnvironment(complete))).toEqual({
      baseUrl: 'https://api.hubapi.com',
      publicOrigin: 'https://attune.example',
      appId: '1',
      clientId: 'abc',
      clientSecrets: ['new'],
    });
  });

  it('accepts the former client secret while it is rotated', () => {
    const environment = parseEnvironment({ ...complete, HUBSPOT_CLIENT_SECRET_PREVIOUS: 'old' });

    expect(requireHubSpot(environment).clientSecrets).toEqual(['new', 'old']);
  });

  const salesforce = {
    PUBLIC_ORIGIN: 'https://attune.example',
    SALESFORCE_CLIENT_ID: 'abc',
    SALESFORCE_CLIENT_SECRET: 'new',
  };

  it('takes another source of change events by host and port, and nothing else', () => {
    const from = (SALESFORCE_PUBSUB_ENDPOINT: string) =>
      requireSalesforce(parseEnvironment({ ...salesforce, SALESFORCE_PUBSUB_ENDPOINT }));
    const germany = 'api.deu.pubsub.salesforce.com:7443';
    expect(from(germany).pubSubEndpoint).toBe(germany);
    expect(() => from('https://api.pubsub.salesforce.com')).toThrow(/SALESFORCE_PUBSUB_ENDPOINT/);
  });

  it('becomes the settings of Salesforce, with the address of a sandbox org where one is named', () => {
    const settings = {
      publicOrigin: 'https://attune.example',
      clientId: 'abc',
      clientSecret: 'new',
    };
    const signInUrl = 'https://login.salesforce.com';
    expect(requireSalesforce(parseEnvironment(salesforce))).toEqual({ ...settings, signInUrl });
    const test = 'https://test.salesforce.com';
    const environment = parseEnvironment({ ...salesforce, SALESFORCE_LOGIN_URL: test });
    expect(requireSalesforce(environment).signInUrl).toBe(test);
  });

  it('names every Salesforce setting that is missing', () => {
    const environment = parseEnvironment({ SALESFORCE_CLIENT_ID: 'abc' });
    expect(() => requireSalesforce(environment)).toThrow(/PUBLIC_ORIGIN, SALESFORCE_CLIENT_SECRET/);
  });
});
