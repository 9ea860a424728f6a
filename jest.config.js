/** TypeScript is only stripped, never checked, by the transform: `tsc` is a gate of its own. */
const transform = {
  '\\.ts$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2024',
        parser: { syntax: 'typescript' },
        experimental: { keepImportAttributes: true },
      },
    },
  ],
};

const project = (displayName, testMatch) => ({
  displayName,
  testMatch: testMatch.map((glob) => `<rootDir>/test/${glob}/**/*.test.ts`),
  extensionsToTreatAsEsm: ['.ts'],
  transform,
});

export default {
  projects: [
    project('unit', ['unit']),
    project('contract', ['contract']),
    project('integration', ['integration']),
    project('evals', ['evals']),
    project('e2e', ['e2e']),
    project('given', ['given']),
  ],
  coverageProvider: 'v8',
  coverageReporters: ['json-summary', 'text-summary'],
  collectCoverageFrom: ['server/**/*.ts', 'shared/**/*.ts'],
};
