import type { OpenSource, SourceFilter } from '../../projects/index.js';

/** What the server's environment gives a connector. */
export interface EnvironmentSource {
  externalId: string | null;
  /** The token alone names the account; where an id is given all the same, the connector checks that it is that one. */
  externalIdOptional?: boolean;
  apiToken: string | null;
  /** Names of the variables, for messages. */
  variables: { externalId: string; apiToken: string };
}

/** Whether the environment's credentials may serve the project, and whose they are. */
export interface EnvironmentScope {
  serves: boolean;
  /** Key of the account scope that they belong to; null: of none. */
  key: string | null;
}

export interface ResolvedSource {
  externalId: string;
  apiToken: string;
  filter: SourceFilter;
  token: 'project' | 'environment';
}

/** What keeps a project from being read. */
export interface LackingSource {
  /** `unset`: nothing gives it; otherwise the environment has it, and it is not for this project. */
  reason: 'unset' | 'other_scope' | 'other_account';
  /** Variables, or fields of the project's own source. */
  missing: string[];
  message: string;
  /** The project has no source of its own, and the environment has nothing for it: it does without this connector. */
  unused?: true;
  /** What is named all the same, where nothing but a variable is missing. */
  named?: Omit<ResolvedSource, 'apiToken'>;
}

/**
 * Where a project's records come from, or what is missing: its own source, and the environment's for what that leaves
 * open.
 */
export function resolveSource(
  connector: string,
  environment: EnvironmentSource,
  own: OpenSource | null,
  scope: EnvironmentScope,
): ResolvedSource | LackingSource {
  const found = sourceIn(connector, environment, own, scope);
  const unused = own === null && environment.externalId === null && environment.apiToken === null;
  return unused && isLacking(found) ? { ...found, unused } : found;
}

function sourceIn(
  connector: string,
  environment: EnvironmentSource,
  own: OpenSource | null,
  scope: EnvironmentScope,
): ResolvedSource | LackingSource {
  const put = `PUT /projects/{id}/sources/${connector}`;
  if (!scope.serves) return ownSource(connector, environment, own, scope, put);
  const { variables } = environment;
  const externalId = own?.externalId ?? environment.externalId ?? (environment.externalIdOptional ? '' : null);
  const apiToken = own?.apiToken ?? environment.apiToken;
  const itsOwn = own !== null && own.apiToken !== null;
  const rest = { filter: own?.filter ?? {}, token: itsOwn ? ('project' as const) : ('environment' as const) };
  if (externalId === null || apiToken === null) {
    const missing = [
      ...(apiToken === null ? [variables.apiToken] : []),
      ...(externalId === null ? [variables.externalId] : []),
    ];
    const message = `${connector} is not configured: set ${missing.join(' and ')}, or give the project a source of its own with ${put}`;
    return { reason: 'unset', missing, message, named: { externalId: externalId ?? '', ...rest } };
  }
  if (!itsOwn && environment.externalId !== null && externalId !== environment.externalId)
    return {
      reason: 'other_account',
      missing: ['credentials.api_token'],
      message: `The project’s ${connector} source names another account than ${variables.externalId}, to which ${variables.apiToken} belongs. Store a token of that account with ${put} (credentials.api_token), or set external_id to null`,
    };
  return { externalId, apiToken, ...rest };
}

/** The same where nothing of the environment is the project's. */
function ownSource(
  connector: string,
  { externalIdOptional }: EnvironmentSource,
  own: OpenSource | null,
  { key }: EnvironmentScope,
  put: string,
): ResolvedSource | LackingSource {
  const externalId = own?.externalId ?? (externalIdOptional ? '' : null);
  const apiToken = own?.apiToken ?? null;
  if (externalId !== null && apiToken !== null)
    return { externalId, apiToken, filter: own?.filter ?? {}, token: 'project' };
  const missing = [
    ...(apiToken === null ? ['credentials.api_token'] : []),
    ...(externalId === null ? ['external_id'] : []),
  ];
  const whose = key === null ? 'no account scope' : `the account scope ${key} alone`;
  return {
    reason: 'other_scope',
    missing,
    message: `The server’s ${connector} credentials serve ${whose} (ENV_SOURCES_SCOPE). Give the project a source of its own with ${put}: ${missing.join(' and ')}`,
  };
}

export const isLacking = (source: ResolvedSource | LackingSource): source is LackingSource => 'reason' in source;
