export { GithubConnector } from './github-connector.js';
export { GITHUB_TABLES } from './tables.js';
export { githubVendor } from './vendor.js';
