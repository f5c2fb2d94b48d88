import type { Config } from '../config/index.js';
import type { OpenSource } from '../projects/index.js';
import type { RecordTables } from '../source-records/index.js';
import { ATTIO_ACTIONS, ATTIO_TABLES, attioVendor } from './attio/index.js';
import { CHATWOOT_ACTIONS, CHATWOOT_TABLES, chatwootVendor } from './chatwoot/index.js';
import type { Vendor } from './core/connector-registry.js';
import type { ConnectorName } from './core/contract.js';
import {
  resolveSource,
  type EnvironmentScope,
  type LackingSource,
  type ResolvedSource,
} from './domain/resolve-source.js';
import { GITHUB_TABLES, githubVendor } from './github/index.js';
import type { SourceTable } from './kit/source-table.js';
import { LINEAR_ACTIONS, LINEAR_TABLES, linearVendor } from './linear/index.js';

/** The vendors that this server can read, and their tables; adding one is a folder and a word in both lists. */
const VENDORS = [chatwootVendor, attioVendor, linearVendor, githubVendor];
export const SOURCE_TABLES: readonly SourceTable[] = [
  CHATWOOT_TABLES,
  ATTIO_TABLES,
  LINEAR_TABLES,
  GITHUB_TABLES,
].flat();

/** Names of all that the vendors can be asked to make. */
export const ACTION_KINDS: readonly string[] = [CHATWOOT_ACTIONS, LINEAR_ACTIONS, ATTIO_ACTIONS]
  .flat()
  .map(({ kind }) => kind);

/** Every vendor as the environment configures it. */
export const vendorsOf = (config: Config): Vendor[] => VENDORS.map((vendor) => vendor(config));

/** Tells who reads all vendors' records where each has its own. */
export function declareRecords(vendors: readonly Vendor[], records: RecordTables): void {
  for (const { connector, stored, records: its } of vendors) {
    const tables = stored.tables.map(({ table }) => table);
    records.declare(connector.name, tables, its);
  }
}

/** What the environment gives a connector, by the names of the variables; never their values. */
export interface ConnectorEnvironment {
  connector: ConnectorName;
  variables: { externalId: string; apiToken: string };
  hasToken: boolean;
  /** Whether it says which account, or the token alone tells. */
  hasExternalId: boolean;
  /** What a project with this source of its own can be read from, or what it lacks. */
  resolve: (own: OpenSource | null, scope: EnvironmentScope) => ResolvedSource | LackingSource;
}

/** What each connector's environment variables give, in the order in which a cycle goes. */
export function connectorEnvironments(config: Config): ConnectorEnvironment[] {
  return vendorsOf(config).map(({ connector: { name }, environment }) => ({
    connector: name,
    variables: environment.variables,
    hasToken: environment.apiToken !== null,
    hasExternalId: environment.externalId !== null || environment.externalIdOptional === true,
    resolve: (own, scope) => resolveSource(name, environment, own, scope),
  }));
}
