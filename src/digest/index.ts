export { DigestModule } from './digest.module.js';
export { resealReceivers } from './subscriptions/reseal-receivers.js';
