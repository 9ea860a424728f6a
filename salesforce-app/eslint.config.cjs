const slds = require('@salesforce-ux/eslint-plugin-slds');
const lwc = require('@salesforce/eslint-config-lwc/recommended');
const { defineConfig } = require('eslint/config');

const COMPONENTS = 'force-app/main/default/lwc/**';

module.exports = defineConfig([
  {
    files: [`${COMPONENTS}/*.js`],
    extends: [lwc],
    rules: {
      complexity: ['error', 8],
      'max-lines': ['error', { max: 250, skipBlankLines: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      // Prettier takes away the brackets that it asks for.
      'no-confusing-arrow': 'off',
      // Plain modules have no place for what is used above its line; functions are hoisted.
      'no-use-before-define': 'off',
    },
  },
  {
    files: [`${COMPONENTS}/__tests__/*.js`],
    languageOptions: { globals: { process: 'readonly', require: 'readonly' } },
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: [`${COMPONENTS}/*.{css,html}`],
    plugins: { '@salesforce-ux/slds': slds },
    extends: ['@salesforce-ux/slds/recommended'],
  },
]);
