export { LINEAR_DIALECT } from './dialect.js';
export { LINEAR_ENTITIES } from './entities.js';
export { linearRequestHeaders } from './linear-api.js';
export { LinearConnector } from './linear-connector.js';
export { LINEAR_TABLES } from './tables.js';
export { linearVendor } from './vendor.js';
