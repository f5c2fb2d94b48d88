import { connectorContract } from './contract-suite.js';
import { linearHarness } from './linear-harness.js';

connectorContract('linear', linearHarness);
