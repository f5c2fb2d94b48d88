export { LINEAR_ENTITIES } from './entities.js';
export { LinearConnector } from './linear-connector.js';
export { LINEAR_TABLES } from './tables.js';
export { linearVendor } from './vendor.js';
