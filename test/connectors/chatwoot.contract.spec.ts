import { chatwootHarness } from './chatwoot-harness.js';
import { connectorContract } from './contract-suite.js';

connectorContract('chatwoot', chatwootHarness);
