import './test/runner/typescript.js';

export const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: '<rootDir>/test/runner/environment.js',
  testRunner: '<rootDir>/test/runner/run-file.js',
  transform: {},
  setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
};

/** Where specs are about the vendor sandbox, and connectors against it: they load the server. */
const SANDBOX = ['/test/connectors/', '/sandbox/', '/src/connectors/.*-connector'];

/**
 * Tiers, in the order of what they need. `pure` (`*.spec.ts`) needs nothing, not even Nest: `npm run test:fast` runs
 * it. `modules` loads the server's modules (`*.module-spec.ts`), connectors against the vendor sandbox among them,
 * without a database; `database` is on a migrated one (`*.db-spec.ts`) and over HTTP (`*.e2e-spec.ts`), in this
 * process; and `processes` runs the built server (`*.process-spec.ts`). The pages in a browser (jest.browser.config.js)
 * and the packing (test/deploy/jest.config.js) stand by themselves: they need programs that not every machine has.
 */
export default {
  projects: [
    {
      ...shared,
      displayName: 'pure',
      testMatch: ['<rootDir>/{backtest,bench,client,evaluate,sandbox,scenarios,src,test,training,web}/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', ...SANDBOX.map((path) => `<rootDir>${path}`)],
    },
    {
      ...shared,
      displayName: 'modules',
      testMatch: [
        '<rootDir>/{src,test}/**/*.module-spec.ts',
        '<rootDir>/{sandbox,test/connectors}/**/*.spec.ts',
        '<rootDir>/src/connectors/*/*-connector.spec.ts',
      ],
    },
    {
      ...shared,
      displayName: 'database',
      testMatch: ['<rootDir>/{src,test}/**/*.db-spec.ts', '<rootDir>/{src,test}/**/*.e2e-spec.ts'],
      globalSetup: '<rootDir>/test/support/start-databases.ts',
      globalTeardown: '<rootDir>/test/support/stop-databases.ts',
    },
    {
      ...shared,
      displayName: 'processes',
      testMatch: ['<rootDir>/test/**/*.process-spec.ts'],
      globalSetup: '<rootDir>/test/support/start-built.ts',
      globalTeardown: '<rootDir>/test/support/stop-databases.ts',
    },
  ],
  maxWorkers: 2,
  // Workers that have nothing left to do take more than the usual half second to end on a busy machine.
  workerGracefulExitTimeout: 10_000,
};
