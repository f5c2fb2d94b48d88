export { Config } from './config.js';
export { ConfigModule } from './config.module.js';
export { ConfigError, readConfig, type Environment } from './read-config.js';
export { variables, type VariableName } from './variables.js';
export type { ClaimedRole, SigningAlgorithm } from './variable.js';
