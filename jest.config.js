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
  // CommonJS libraries that require Nest's ES modules fail in a require cycle unless Nest is loaded first.
  setupFiles: ['<rootDir>/test/support/load-nest-first.ts'],
  setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
};

/**
 * Four tiers, and the pages in a browser by themselves (jest.browser.config.js): pure (`*.spec.ts`); on a migrated database (`*.db-spec.ts`) and over HTTP (`*.e2e-spec.ts`), in this
 * process; and the built server as processes of its own (`*.process-spec.ts`).
 */
export default {
  projects: [
    { ...shared, displayName: 'pure', testMatch: ['<rootDir>/{client,src,test,web}/**/*.spec.ts'] },
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
};
