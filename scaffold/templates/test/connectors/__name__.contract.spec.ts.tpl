import { connectorContract } from './contract-suite.js';
import { __name__Harness } from './__name__-harness.js';

connectorContract('__name__', __name__Harness);
