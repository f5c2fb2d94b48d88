export { LINEAR_ACTIONS } from './actions.js';
export { LinearConnector } from './linear-connector.js';
export { LINEAR_TABLES } from './tables.js';
export { linearVendor } from './vendor.js';
