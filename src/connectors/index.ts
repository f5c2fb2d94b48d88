export { ConnectorsModule } from './connectors.module.js';
export { CONNECTORS } from './core/contract.js';
export { SyncStateRepository } from './core/sync-state.repository.js';
export { EvidenceRepository, type OpenedEvidence } from './evidence/evidence.repository.js';
export { connectorEnvironments, type ConnectorEnvironment } from './vendors.js';
