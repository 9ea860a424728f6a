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
  testEnvironment: '<rootDir>/test/support/jest-environment.mjs',
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
  // Counts the branches of the source, an `if` without its `else` too, where V8 counts the blocks it saw. It is also the
  // faster one: the unit tests take 33 s, 51 s with it and 96 s with V8's (2 cores, 2026-11).
  coverageProvider: 'babel',
  coverageReporters: ['json-summary'],
  collectCoverageFrom: [
    'server/**/*.ts',
    'shared/**/*.ts',
    // These run only in processes and threads of their own, where Jest cannot count. test/integration/main.test.ts starts
    // the first, embedded-postgres.test.ts the second in processes that it kills, reader-pool.test.ts the third,
    // emotions-command.test.ts the last.
    '!server/main.ts',
    '!server/store/embedded/**',
    '!server/store/embedded-postgres.ts',
    '!server/inference/pool/thread.ts',
    '!server/inference/emotions/{encoder,open-emotions}.ts',
  ],
};
