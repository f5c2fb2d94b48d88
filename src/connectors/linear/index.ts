export { LINEAR_ACTIONS } from './actions.js';
export { IssuesController } from './issues.controller.js';
export { IssuesRepository } from './issues.repository.js';
export { LinearConnector } from './linear-connector.js';
export { LINEAR_TABLES } from './tables.js';
export { linearVendor } from './vendor.js';
