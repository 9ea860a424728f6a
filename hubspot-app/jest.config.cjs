/** HubSpot's testing library is ESM only and its React is 18; Jest runs it as CommonJS after a transform. */
module.exports = {
  displayName: 'hubspot',
  rootDir: __dirname,
  testMatch: ['<rootDir>/test/**/*.test.tsx', '<rootDir>/test/**/*.test.ts'],
  testEnvironment: 'node',
  modulePaths: ['<rootDir>/src/app/cards/node_modules'],
  // Each extension has packages of its own; a test renders with one copy, and the code under it must mean the same.
  moduleNameMapper: {
    '^@hubspot/ui-extensions$':
      '<rootDir>/src/app/cards/node_modules/@hubspot/ui-extensions/dist/index.js',
    '^@hubspot/ui-extensions/(crm|testing)$':
      '<rootDir>/src/app/cards/node_modules/@hubspot/ui-extensions/dist/$1/index.js',
  },
  transformIgnorePatterns: ['/node_modules/(?!.*(@hubspot/ui-extensions|tinyspy)/)'],
  transform: {
    '\\.svg$': '<rootDir>/test/picture-transform.cjs',
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
