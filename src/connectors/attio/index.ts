export { AttioConnector } from './attio-connector.js';
export { ATTIO_TABLES } from './tables.js';
export { attioVendor } from './vendor.js';
