const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

module.exports = {
  ...jestConfig,
  setupFilesAfterEnv: [...(jestConfig.setupFilesAfterEnv ?? []), '<rootDir>/test/set-up.cjs'],
  moduleNameMapper: {
    '^lightning/navigation$': '<rootDir>/test/mocks/navigation.js',
    ...jestConfig.moduleNameMapper,
  },
};
