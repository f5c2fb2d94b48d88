export type { AttioSnapshot } from './snapshot.js';
export { attioControlRoutes } from './control.js';
export { attioDelivery, type Delivery, type WebhookEvent } from './events.js';
export { attioRoutes } from './routes.js';
export { addMembers, seedSales } from './seed.js';
export { AttioWorld } from './world.js';
