const transform = (runtime) => ({
  '^.+\\.[jt]sx?$': [
    '@swc/jest',
    {
      jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime } } },
      module: { type: 'commonjs' },
    },
  ],
});
const rules = {
  '^@hongxin/rules/(.*)$': '<rootDir>/packages/core/rules/src/$1/index.ts',
  '^@test/(.*)$': '<rootDir>/test/$1', // what tests of several folders and plugins help themselves with
};

/** Tests of whole products: in a browser on the demo city or an own installation, or of the processes alone. */
const products = (name, setup = name) => ({
  displayName: name,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/e2e/${name}/**/*.test.ts`],
  globalSetup: `<rootDir>/e2e/support/setup-${setup}.cjs`,
  globalTeardown: '<rootDir>/e2e/support/global-teardown.cjs',
  setupFilesAfterEnv: ['<rootDir>/e2e/support/once-more.cjs'],
  transform: transform('classic'),
  moduleNameMapper: rules,
});

/** Five suites: rules (unit), client (jsdom), server (HTTP against a real NocoBase), access (who sees what), browser (e2e, three projects). */
module.exports = {
  testTimeout: 60_000, // for a hang; a test that has to be fast says so itself
  testSequencer: '<rootDir>/test/sequencer.cjs',
  projects: [
    {
      displayName: 'rules',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/packages/core/**/__tests__/**/*.test.ts', '<rootDir>/test/workspace/**/*.test.ts'],
      transform: transform('classic'),
    },
    {
      displayName: 'server',
      testEnvironment: '<rootDir>/test/server/environment.cjs',
      testMatch: ['<rootDir>/packages/plugins/@hongxin/*/src/server/**/__tests__/**/*.test.ts'],
      transform: transform('classic'),
      moduleNameMapper: rules,
    },
    {
      // The matrix and the fuzzing, in a process of their own: they make NocoBase harden its host (SES lockdown), after
      // which no further file of the process could load NocoBase's sources.
      displayName: 'access',
      testEnvironment: '<rootDir>/test/server/environment.cjs',
      testMatch: ['<rootDir>/test/access/**/*.test.ts'],
      transform: transform('classic'),
      moduleNameMapper: rules,
    },
    {
      displayName: 'client',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/packages/plugins/@hongxin/*/src/client-v2/**/__tests__/**/*.test.ts?(x)'],
      transform: transform('classic'),
      moduleNameMapper: {
        ...rules,
        '^@hongxin/(plugin-[^/]+)/client-v2$': '<rootDir>/packages/plugins/@hongxin/$1/src/client-v2/index.tsx',
        '^@nocobase/client-v2$': '<rootDir>/test/client/host/client-v2.tsx',
        '^@nocobase/flow-engine$': '<rootDir>/test/client/host/flow-engine.tsx',
        '^@nocobase/plugin-workflow/client-v2$': '<rootDir>/test/client/host/workflow.tsx',
        '^react-router-dom$': '<rootDir>/test/client/host/router.tsx',
        '\\.(css|less|svg|png)$': '<rootDir>/test/client/host/asset.cjs',
      },
      setupFilesAfterEnv: ['<rootDir>/test/client/setup.ts'],
    },
    products('city'),
    products('installation'),
    products('processes', 'installation'),
  ],
};
