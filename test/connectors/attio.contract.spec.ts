import { attioHarness } from './attio-harness.js';
import { connectorContract } from './contract-suite.js';

connectorContract('attio', attioHarness);
