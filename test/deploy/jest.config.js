import { shared } from '../../jest.config.js';

/**
 * How the server is packed and deployed. Apart from the other suites, since it needs Go and installs the image's
 * packages.
 */
export default {
  ...shared,
  displayName: 'deploy',
  testMatch: ['<rootDir>/test/deploy/*.deploy-spec.ts'],
  maxWorkers: 2,
};
