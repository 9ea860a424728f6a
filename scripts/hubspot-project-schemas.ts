/**
 * The shapes of HubSpot's project files, written down from its documentation and templates for platform 2026.09
 * (hubspot-project-components 2e41138). HubSpot's own schemas are only served to accounts; theirs decide on upload.
 */
const list = { type: 'array', items: { type: 'string' }, uniqueItems: true };
const httpsList = { type: 'array', items: { type: 'string', pattern: '^https://' } };

const auth = {
  type: 'object',
  required: ['type', 'redirectUrls', 'requiredScopes'],
  additionalProperties: false,
  properties: {
    // Marketplace apps connect by OAuth only.
    type: { const: 'oauth' },
    redirectUrls: httpsList,
    requiredScopes: { ...list, minItems: 1 },
    optionalScopes: list,
    conditionallyRequiredScopes: list,
  },
};

const application = {
  type: 'object',
  required: ['name', 'description', 'distribution', 'auth', 'permittedUrls', 'support'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', maxLength: 200, not: { pattern: 'Hub' } },
    description: { type: 'string', maxLength: 8192 },
    logo: { type: 'string' },
    distribution: { const: 'marketplace' },
    isUserLevel: { const: false },
    auth,
    permittedUrls: {
      type: 'object',
      additionalProperties: false,
      properties: { fetch: httpsList, iframe: httpsList, img: httpsList },
    },
    support: { type: 'object', required: ['supportEmail', 'documentationUrl', 'supportUrl'] },
  },
};

const card = {
  type: 'object',
  required: ['name', 'location', 'entrypoint', 'objectTypes'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', maxLength: 100 },
    description: { type: 'string' },
    location: {
      enum: ['crm.record.tab', 'crm.record.sidebar', 'crm.preview', 'helpdesk.sidebar'],
    },
    // The dev server keeps the file's name only, so an entry must lie directly in cards/.
    entrypoint: { type: 'string', pattern: '^/app/cards/[^/]+\\.tsx$' },
    objectTypes: { ...list, minItems: 1 },
    previewImage: { type: 'object', required: ['file', 'altText'] },
  },
};

const subscription = {
  type: 'object',
  required: ['subscriptionType', 'active'],
  additionalProperties: false,
  properties: {
    subscriptionType: { type: 'string', pattern: '^[a-z]+\\.[a-zA-Z]+$' },
    objectType: { type: 'string' },
    propertyName: { type: 'string' },
    active: { type: 'boolean' },
  },
};
const subscriptions = { type: 'array', items: subscription, maxItems: 1000, uniqueItems: true };

const webhooks = {
  type: 'object',
  required: ['settings', 'subscriptions'],
  additionalProperties: false,
  properties: {
    settings: {
      type: 'object',
      required: ['targetUrl', 'maxConcurrentRequests'],
      additionalProperties: false,
      properties: {
        targetUrl: { type: 'string', pattern: '^https://' },
        maxConcurrentRequests: { type: 'integer', minimum: 6 },
      },
    },
    subscriptions: {
      type: 'object',
      additionalProperties: false,
      properties: {
        crmObjects: subscriptions,
        legacyCrmObjects: subscriptions,
        hubEvents: subscriptions,
      },
    },
  },
};

const settings = {
  type: 'object',
  required: ['entrypoint'],
  additionalProperties: false,
  // As with cards: the dev server keeps the file's name only.
  properties: { entrypoint: { type: 'string', pattern: '^/app/settings/[^/]+\\.tsx$' } },
};

/** Keyed by HubSpot's internal names of the components. */
export const HUBSPOT_PROJECT_SCHEMAS = {
  APPLICATION: application,
  CARD: card,
  SETTINGS: settings,
  WEBHOOKS: webhooks,
};
