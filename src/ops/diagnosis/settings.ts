import type { Config } from '../../config/index.js';
import { configuredModel } from '../../search/index.js';
import type { Settings } from './domain/check.js';

/** The configuration as checks take it. */
export function settingsOf(config: Config): Settings {
  return Object.assign(Object.create(config) as Config, { search_model: configuredModel(config) });
}
