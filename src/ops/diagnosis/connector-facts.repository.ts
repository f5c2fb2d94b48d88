import { AppError } from '../../common/app-error.js';
import type { Config } from '../../config/index.js';
import { connectorEnvironments, isLacking, SYNC_HOLDER, type ConnectorEnvironment } from '../../connectors/index.js';
import type { Sql } from '../../database/index.js';
import { runIsOver } from '../../jobs/index.js';
import type { CredentialSeal } from '../../projects/index.js';
import type { ConnectorErrorFacts, ConnectorFacts } from './domain/facts.js';

/** Errors that are looked at one by one; the rest are counted. */
const ERRORS = 200;
const PAYLOAD_LENGTH = 400;

interface Row {
  connector: ConnectorEnvironment['connector'];
  has_source: boolean;
  external_id: string | null;
  filter: Record<string, unknown> | null;
  sealed_credentials: Buffer | null;
  in_scope: boolean;
  leaving_since: Date | null;
  status: string | null;
  stale: boolean | null;
  last_error: string | null;
  last_success_at: Date | null;
  last_attempt_at: Date | null;
  updated_at: Date | null;
  errors: Json<ConnectorErrorFacts>[] | null;
  open_errors: number;
  dead_letters: number;
  last_payload: string | null;
}

/** Times are texts in JSON. */
type Json<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] };

/** How a project's connectors stand: their variables, sources, states and errors. Secrets stay where they are. */
export class ConnectorFactsRepository {
  constructor(
    private readonly sql: Sql,
    private readonly config: Config,
    private readonly seal: CredentialSeal,
  ) {}

  /** One statement for all connectors. */
  async read(projectId: string): Promise<ConnectorFacts[]> {
    const environments = connectorEnvironments(this.config);
    const isOver = await runIsOver(this.sql, SYNC_HOLDER, [projectId]);
    const rows = await this.sql.query<Row>(
      `SELECT c.connector, p.connector IS NOT NULL AS has_source, p.external_id, p.filter, p.sealed_credentials,
         s.status, s.last_error, s.last_success_at, s.last_attempt_at, s.updated_at,
         s.leaving_since, EXISTS (SELECT FROM projects own JOIN account_scopes a ON a.id = own.account_scope_id
           WHERE own.id = $1 AND a.key = $3) AS in_scope,
         s.status = 'running' AND s.updated_at < now() - interval '15 minutes' AND ${isOver} AS stale,
         e.*
       FROM unnest($2::text[]) WITH ORDINALITY AS c (connector, place)
       LEFT JOIN project_sources p ON p.project_id = $1 AND p.connector = c.connector
       LEFT JOIN connector_sync_state s ON s.project_id = $1 AND s.connector = c.connector
       CROSS JOIN LATERAL (
         SELECT count(*)::int AS open_errors, (count(*) FILTER (WHERE status = 'dead_letter'))::int AS dead_letters,
           jsonb_agg(jsonb_build_object('id', id, 'operation', operation, 'source_ref', source_ref, 'error_kind', error_kind, 'error_message', error_message,
             'status', status, 'attempt', attempt, 'next_retry_at', next_retry_at, 'updated_at', updated_at)
             ORDER BY updated_at DESC) FILTER (WHERE nth <= ${ERRORS}) AS errors,
           (array_agg(left(payload_json::text, ${PAYLOAD_LENGTH}) ORDER BY updated_at DESC)
             FILTER (WHERE nth <= ${ERRORS} AND payload_json IS NOT NULL AND payload_json <> 'null'))[1] AS last_payload
         FROM (SELECT *, row_number() OVER (ORDER BY updated_at DESC) AS nth FROM connector_errors
               WHERE project_id = $1 AND connector = c.connector AND status <> 'resolved') open) e
       ORDER BY c.place`,
      [projectId, environments.map(({ connector }) => connector), this.config.ENV_SOURCES_SCOPE],
    );
    return rows.flatMap((row) => {
      const environment = environments.find(({ connector }) => connector === row.connector);
      return environment ? [this.factsOf(row, environment, projectId)] : [];
    });
  }

  private factsOf(row: Row, { variables, hasToken, resolve }: ConnectorEnvironment, projectId: string): ConnectorFacts {
    const own = this.ownToken(row, projectId);
    const source = row.has_source ? { external_id: row.external_id, filter: row.filter ?? {} } : null;
    const found = resolve(
      // What can't be opened is a token of the project's own all the same.
      source && { externalId: row.external_id, filter: {}, apiToken: own === 'none' ? null : own },
      { serves: row.in_scope, key: this.config.ENV_SOURCES_SCOPE },
    );
    const lacking = isLacking(found) ? found : null;
    const barred =
      lacking !== null && lacking.reason !== 'unset' ? { why: lacking.message, missing: lacking.missing } : null;
    return {
      connector: row.connector,
      missing: [
        ...(own === 'unreadable' && !hasToken ? [variables.apiToken] : []),
        ...(barred === null ? (lacking?.missing ?? []) : []),
      ],
      barred,
      leaving_since: row.leaving_since,
      token_from: own === 'there' ? 'project' : hasToken && barred === null ? 'environment' : null,
      token_variable: variables.apiToken,
      can_seal: this.config.SECRETS_KEY !== null,
      sealed_unreadable: own === 'unreadable',
      source,
      state:
        row.status === null || row.updated_at === null
          ? null
          : {
              status: row.status,
              stale: row.stale === true,
              last_error: row.last_error,
              last_success_at: row.last_success_at,
              last_attempt_at: row.last_attempt_at,
              updated_at: row.updated_at,
            },
      errors: (row.errors ?? []).map((error) => ({
        ...error,
        next_retry_at: error.next_retry_at === null ? null : new Date(error.next_retry_at),
        updated_at: new Date(error.updated_at),
      })),
      open_errors: row.open_errors,
      dead_letters: row.dead_letters,
      last_payload: row.last_payload,
    };
  }

  /** Whether the project's own source brings a token. */
  private ownToken({ sealed_credentials, connector }: Row, projectId: string): 'there' | 'none' | 'unreadable' {
    if (sealed_credentials === null) return 'none';
    try {
      return this.seal.open(sealed_credentials, projectId, connector).api_token === undefined ? 'none' : 'there';
    } catch (error) {
      if (error instanceof AppError && error.code === 'secrets_key_missing') return 'unreadable';
      throw error;
    }
  }
}
