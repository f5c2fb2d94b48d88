export { __Name__Connector } from './__name__-connector.js';
export { __NAME___TABLES } from './tables.js';
export { __name__Vendor } from './vendor.js';
