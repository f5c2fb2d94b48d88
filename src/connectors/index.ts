export { ConnectorsModule } from './connectors.module.js';
export { CONNECTORS } from './core/contract.js';
export { SyncStateRepository } from './core/sync-state.repository.js';
export { connectorEnvironments, type ConnectorEnvironment } from './vendors.js';
