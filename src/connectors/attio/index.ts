export { ATTIO_ACTIONS } from './actions.js';
export { AttioConnector } from './attio-connector.js';
export { DealsController } from './deals.controller.js';
export { DealsRepository } from './deals.repository.js';
export { ATTIO_TABLES } from './tables.js';
export { attioVendor } from './vendor.js';
