/** HubSpot's testing library is ESM only and its React is 18; Jest runs it as CommonJS after a transform. */
module.exports = {
  displayName: 'hubspot',
  rootDir: __dirname,
  testMatch: ['<rootDir>/test/**/*.test.tsx', '<rootDir>/test/**/*.test.ts'],
  testEnvironment: 'node',
  modulePaths: ['<rootDir>/src/app/cards/node_modules'],
  transformIgnorePatterns: ['/node_modules/(?!.*(@hubspot/ui-extensions|tinyspy)/)'],
  transform: {
    '^.+\\.(t|j)sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true, importAttributes: true },
          transform: { react: { runtime: 'automatic' } },
          experimental: { keepImportAttributes: false },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
};
