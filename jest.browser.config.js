import { shared } from './jest.config.js';

/**
 * The pages in a real browser (`*.browser-spec.ts`), by `npm run test:browser`: beside the other tiers, since it needs
 * Chromium.
 */
export default {
  ...shared,
  displayName: 'browser',
  testMatch: ['<rootDir>/test/browser/**/*.browser-spec.ts'],
  globalSetup: '<rootDir>/test/support/browser/start.ts',
  globalTeardown: '<rootDir>/test/support/stop-databases.ts',
  // A browser and a server with its database keep two cores busy.
  maxWorkers: 1,
};
