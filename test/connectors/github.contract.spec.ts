import { connectorContract } from './contract-suite.js';
import { githubHarness } from './github-harness.js';

connectorContract('github', githubHarness);
