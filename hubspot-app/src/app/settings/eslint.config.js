import js from '@eslint/js';
import { config as hubspotRules } from '@hubspot/eslint-config-ui-extensions';
import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** HubSpot's own rules for extensions, and the guardrails of the house (CONTRIBUTING.md). */
export default defineConfig([
  js.configs.recommended,
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  ...hubspotRules,
  reactHooks.configs.flat['recommended-latest'],
  {
    rules: {
      // The generated contract spells types as they are in shared/, as aliases.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      complexity: ['error', 8],
    },
  },
]);
