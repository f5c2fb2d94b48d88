export { CHATWOOT_ACTIONS } from './actions.js';
export { ChatwootConnector } from './chatwoot-connector.js';
export { ChatwootListsController } from './lists.controller.js';
export { ChatwootListsRepository } from './lists.repository.js';
export { CHATWOOT_TABLES } from './tables.js';
export { chatwootVendor } from './vendor.js';
export { PeopleController } from './people.controller.js';
export { PeopleRepository } from './people.repository.js';
