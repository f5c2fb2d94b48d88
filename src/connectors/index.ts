export { ConnectorsModule } from './connectors.module.js';
export { SyncStateRepository } from './core/sync-state.repository.js';
