import { registerHooks } from 'node:module';

// Jest's moduleNameMapper does not reach globalSetup, which Node itself loads: imports end in .js, the sources in .ts.
registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (error) {
      if (!/^\.{1,2}\/.*\.js$/.test(specifier)) throw error;
      return next(specifier.replace(/\.js$/, '.ts'), context);
    }
  },
});

export const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
};

/** What loads the server: CommonJS libraries that require Nest's ES modules fail in a cycle unless Nest is there first. */
export const withServer = { ...shared, setupFiles: ['<rootDir>/test/support/load-nest-first.ts'] };

/** Where specs are about the vendor sandbox, and connectors against it: they load the server. */
const SANDBOX = ['/test/connectors/', '/test/vendors/', '/src/connectors/.*-connector'];

/**
 * Tiers, in the order of what they need. `pure` (`*.spec.ts`) needs nothing, not even Nest: `npm run test:fast` runs it.
 * `modules` loads the server's modules (`*.module-spec.ts`), connectors against the vendor sandbox among them, without a
 * database; `database` is on a migrated one (`*.db-spec.ts`) and over HTTP (`*.e2e-spec.ts`), in this process; and
 * `processes` runs the built server (`*.process-spec.ts`). The pages in a browser (jest.browser.config.js) and the
 * packing (test/deploy/jest.config.js) stand by themselves: they need programs that not every machine has.
 */
export default {
  projects: [
    {
      ...shared,
      displayName: 'pure',
      testMatch: ['<rootDir>/{backtest,client,src,test,web}/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', ...SANDBOX.map((path) => `<rootDir>${path}`)],
    },
    {
      ...withServer,
      displayName: 'modules',
      testMatch: [
        '<rootDir>/{src,test}/**/*.module-spec.ts',
        '<rootDir>/test/{connectors,vendors}/**/*.spec.ts',
        '<rootDir>/src/connectors/*/*-connector.spec.ts',
      ],
    },
    {
      ...withServer,
      displayName: 'database',
      testMatch: ['<rootDir>/{src,test}/**/*.db-spec.ts', '<rootDir>/{src,test}/**/*.e2e-spec.ts'],
      globalSetup: '<rootDir>/test/support/start-databases.ts',
      globalTeardown: '<rootDir>/test/support/stop-databases.ts',
    },
    {
      ...withServer,
      displayName: 'processes',
      testMatch: ['<rootDir>/test/**/*.process-spec.ts'],
      globalSetup: '<rootDir>/test/support/start-built.ts',
      globalTeardown: '<rootDir>/test/support/stop-databases.ts',
    },
  ],
  maxWorkers: 2,
};
