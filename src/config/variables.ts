import { databaseUrl } from './database-url.js';
import {
  decimal,
  flag,
  integer,
  key32,
  keys32,
  networks,
  oneOf,
  scopeKey,
  smtpUrl,
  text,
  timeZone,
  token,
  url,
  words,
  workingDays,
  workingHours,
} from './variable.js';
import { secret, variable, type Variable } from './variable-row.js';
import { signInVariables } from './sign-in-variables.js';

/** Every variable the server reads, by name. */
export const variables = {
  PORT: variable(integer(0, 65535), '8080', 'port to listen on; 0 takes a free one'),
  HOST: variable(text('a host name or address'), '0.0.0.0', 'address to listen on'),
  TRUST_PROXY_HOPS: variable(
    integer(0, 10),
    '0',
    'number of reverse proxies in front whose X-Forwarded-* headers are believed',
  ),
  NODE_ENV: variable(
    oneOf(['development', 'production', 'test']),
    'development',
    'production turns on secure cookies and JSON logs',
  ),
  LOG_LEVEL: variable(
    oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    'info',
    'least level that is logged',
  ),
  ROLE: variable(oneOf(['all', 'api', 'worker']), 'all', 'api serves HTTP, worker runs jobs, all does both'),
  DATABASE_URL: variable(
    databaseUrl(),
    null,
    'PostgreSQL 15+ with pgvector 0.8+; unset: the embedded database',
    secret,
  ),
  DATABASE_DIRECT_URL: variable(
    databaseUrl(),
    null,
    'the same database past the pooler that DATABASE_URL leads to: to migrate, to listen, to build indexes',
    secret,
  ),
  DATABASE_POOL_MAX: variable(
    integer(2, 200),
    '10',
    'connections a process holds at most, those of its queue and past a pooler among them',
  ),
  DATABASE_PARTITIONS: variable(
    integer(1, 256),
    null,
    'parts that large tables are split into by their project, fixed once they are made; unset: 32, in the embedded database 4',
  ),
  DATABASE_REPLICA_URL: variable(
    databaseUrl(),
    null,
    'a streaming standby of the database, or a pooler before it, for lists, search and pages; unset: the primary answers all',
    secret,
  ),
  DATABASE_REPLICA_MAX_LAG_SECONDS: variable(
    integer(1, 3600),
    '5',
    'how far the standby may be behind; beyond it the primary answers',
  ),
  EMBEDDED_DATA_DIR: variable(
    text('a folder, or memory:// for none'),
    './.data',
    'where the embedded database keeps its files',
  ),
  MIGRATE_ON_START: variable(flag(), 'true', 'bring the schema to head before the port opens'),
  PLAINTEXT_HOSTS: variable(
    words('hosts between commas'),
    null,
    'hosts that may be spoken to without TLS in production: the database, vendors and models in a network of one’s own',
  ),
  METRICS_TOKEN: variable(
    text('a token'),
    null,
    'bearer that /metrics asks for; unset: /metrics is open, and in production closed',
    secret,
  ),
  METRICS_ALLOW_FROM: variable(
    networks(),
    null,
    'addresses that read /metrics without the token, when they ask directly and not through a proxy',
  ),
  METRICS_PER_PROJECT: variable(flag(), 'false', 'put a project label on per-project gauges'),
  ...signInVariables,
  SECRETS_KEY: variable(
    key32(),
    null,
    'seals per-project credentials and webhook secrets at rest; unset: they cannot be stored',
    secret,
  ),
  SECRETS_KEYS_BEFORE: variable(
    keys32(),
    null,
    'comma-separated keys that SECRETS_KEY had before: they still open what they sealed',
    secret,
  ),
  ENV_SOURCES_SCOPE: variable(
    scopeKey(),
    'default',
    'key of the account scope whose projects may use the vendors’ tokens below; empty or none: no scope may',
    { empty: 'none' },
  ),
  CHATWOOT_BASE_URL: variable(url(['https', 'http']), 'https://app.chatwoot.com', 'Chatwoot installation'),
  CHATWOOT_API_TOKEN: variable(token('an access token of an administrator'), null, 'Chatwoot access token', secret),
  CHATWOOT_ACCOUNT_ID: variable(integer(1, 2147483647), null, 'Chatwoot account'),
  CHATWOOT_REQUESTS_PER_MINUTE: variable(
    integer(1, 1000000),
    '2400',
    'requests all processes together send to one Chatwoot source',
  ),
  LINEAR_BASE_URL: variable(url(['https', 'http']), 'https://api.linear.app/graphql', 'Linear’s GraphQL endpoint'),
  LINEAR_API_TOKEN: variable(token('a personal API key or an OAuth token'), null, 'Linear API key', secret),
  LINEAR_WORKSPACE_ID: variable(
    text('the id or the URL key of a workspace'),
    null,
    'Linear workspace; unset: the one that the key belongs to',
  ),
  LINEAR_REQUESTS_PER_MINUTE: variable(
    integer(1, 1000000),
    '40',
    'requests all processes together send to one Linear source; Linear allows 2,500 an hour',
  ),
  ATTIO_BASE_URL: variable(url(['https', 'http']), 'https://api.attio.com', 'Attio’s API, without its version'),
  ATTIO_API_TOKEN: variable(token('an access token of a workspace'), null, 'Attio access token', secret),
  ATTIO_WORKSPACE_ID: variable(
    text('the id of a workspace'),
    null,
    'Attio workspace; unset: the one that the token belongs to',
  ),
  ATTIO_REQUESTS_PER_MINUTE: variable(
    integer(1, 1000000),
    '3000',
    'requests all processes together send to one Attio source; Attio allows 100 reads a second',
  ),
  ATTIO_BUDGET_ATTRIBUTE: variable(text('the slug of a deal attribute'), 'budget', 'where deals have their budget'),
  ATTIO_COST_ATTRIBUTE: variable(text('the slug of a deal attribute'), 'cost', 'where deals have their cost'),
  GITHUB_BASE_URL: variable(
    url(['https', 'http']),
    'https://api.github.com',
    'GitHub’s REST API; of an Enterprise Server https://HOST/api/v3',
  ),
  GITHUB_API_TOKEN: variable(token('a fine-grained personal access token'), null, 'GitHub access token', secret),
  GITHUB_REPOSITORIES: variable(
    text('repositories as owner/name, between commas'),
    null,
    'GitHub repositories whose issues are read',
  ),
  GITHUB_REQUESTS_PER_MINUTE: variable(
    integer(1, 1000000),
    '80',
    'requests all processes together send to one GitHub source; GitHub allows 5,000 an hour',
  ),
  CONNECTOR_MAX_RETRIES: variable(integer(1, 100), '5', 'attempts before an error becomes a dead letter'),
  CONNECTOR_RETRY_BASE_SECONDS: variable(integer(1, 3600), '30', 'first wait of the error queue; doubles each time'),
  CONNECTOR_LOOKBACK_DAYS: variable(integer(1, 3650), '60', 'history taken by a first sync'),
  CONNECTOR_HTTP_TIMEOUT_MS: variable(integer(100, 120000), '20000', 'deadline of one request to a vendor'),
  CONNECTOR_HTTP_RETRY_BASE_MS: variable(
    integer(1, 60000),
    '1000',
    'first wait between tries of one request; doubles with full jitter',
  ),
  OPENAI_API_KEY: variable(token('an API key'), null, 'key of the embeddings provider', secret),
  OPENAI_BASE_URL: variable(url(['https', 'http']), 'https://api.openai.com/v1', 'OpenAI-compatible endpoint'),
  OPENAI_TIMEOUT_MS: variable(integer(100, 600000), '20000', 'deadline of one request to it'),
  EMBEDDING_PROVIDER: variable(
    oneOf(['openai', 'local', 'hashing']),
    null,
    'openai; local: a small English model and hashed words on this machine; hashing: hashed words alone, as local is in the Docker image; unset: openai when there is a key, else local',
  ),
  EMBEDDING_MODEL: variable(
    text('a model name'),
    'text-embedding-3-small',
    'model asked of the openai provider; a change re-embeds',
  ),
  EMBEDDING_DIM: variable(integer(8, 4000), '1536', 'length of an embedding; a change re-embeds'),
  EMBEDDING_ASK_DIM: variable(
    oneOf(['auto', 'always', 'never']),
    'auto',
    'whether requests ask for that length; auto: of models known to take it',
  ),
  EMBED_BATCH_SIZE: variable(integer(1, 2048), '100', 'chunks in one request to the provider'),
  EMBED_REQUESTS_AT_ONCE: variable(
    integer(1, 64),
    '4',
    'requests to the provider at once, of all runs of a process together',
  ),
  EMBED_STALE_RECOVERY_MINUTES: variable(
    integer(1, 1440),
    '30',
    'minutes after which a chunk left in processing is taken again',
  ),
  CHUNK_SIZE: variable(integer(100, 8000), '1000', 'characters in a chunk at most'),
  MIN_EMBED_CHARS: variable(integer(1, 1000), '30', 'shorter messages are not made searchable'),
  SEARCH_HNSW_EF_SEARCH: variable(integer(10, 1000), '160', 'candidates an approximate index looks at'),
  SEARCH_EXACT_MAX_CHUNKS: variable(
    integer(0, 10000000),
    null,
    'projects with more embedded chunks get an approximate index of their own; unset: 5000, and on the embedded database never',
  ),
  KAG_ENABLED: variable(flag(), 'true', 'signals, scores and all that follows from them'),
  KAG_SNAPSHOTS_ENABLED: variable(flag(), 'true', 'daily snapshots'),
  KAG_FORECASTING_ENABLED: variable(flag(), 'true', 'forecasts'),
  FORECAST_ALARMS_PER_MONTH: variable(
    decimal(0, 30),
    '1',
    'how often forecasts may alarm in a month of a project, all risks together; how high one has to be follows from it',
  ),
  KAG_RECOMMENDATIONS_V2_ENABLED: variable(flag(), 'true', 'recommendations'),
  RECOMMENDATIONS_EVIDENCE_MIN_COUNT: variable(
    integer(1, 100),
    '2',
    'evidence that a recommendation made of words needs to be shown; one record of work or money is enough',
  ),
  RECOMMENDATIONS_EVIDENCE_MIN_QUALITY: variable(decimal(0, 1), '0.35', 'evidence quality it needs'),
  RECOMMENDATIONS_EVIDENCE_ALLOW_SECONDARY_ONLY: variable(
    flag(),
    'false',
    'whether search chunks alone are evidence enough',
  ),
  RECOMMENDATIONS_LOCALE: variable(
    oneOf(['en', 'ru']),
    'en',
    'language of recommendations and reasons, of projects that say none',
  ),
  DIGEST_HOSTS: variable(
    words('hosts between commas, with a port where it is not the usual one; * for all'),
    'hooks.slack.com',
    'hosts on the internet to which digests may be sent over https; *: to any',
  ),
  DIGEST_PRIVATE_HOSTS: variable(
    words('hosts between commas, with a port where it is not the usual one'),
    null,
    'further hosts to which digests may be sent, without TLS or in a private network too; unset: none',
  ),
  SMTP_URL: variable(
    smtpUrl(),
    null,
    'mail server that digests are sent by; with smtp:// it is asked for TLS, in production without fail; unset: no mails',
    secret,
  ),
  SMTP_FROM: variable(
    text('a mail address, with a name before it or without one'),
    null,
    'sender of mails, such as KAG <kag@agency.example>; needed for them',
  ),
  DETECTORS: variable(
    oneOf(['local', 'openai']),
    'local',
    'openai: a model is asked about messages that the detectors are unsure of; their words are sent to it',
  ),
  DETECTORS_MODEL: variable(text('a model name'), 'gpt-5.4-mini', 'model that is asked about them'),
  DETECTORS_TEXTS_PER_DAY: variable(integer(1, 1000000), '300', 'messages that a project may ask about in a day (UTC)'),
  RECOMMENDATIONS_PHRASING: variable(
    oneOf(['off', 'openai']),
    'off',
    'openai: a model words the most urgent recommendations anew; it is sent them and the messages behind them',
  ),
  RECOMMENDATIONS_PHRASING_TOP_N: variable(integer(1, 30), '5', 'how many of a project’s recommendations it words'),
  RECOMMENDATIONS_PHRASING_MODEL: variable(text('a model name'), 'gpt-5.4-mini', 'model that words them'),
  WORKING_TIME_ZONE: variable(timeZone(), 'UTC', 'where people work, for projects that say no zone of their own'),
  WORKING_DAYS: variable(workingDays(), 'mon-fri', 'on which days they work: waiting and answering take no other time'),
  WORKING_HOURS: variable(
    workingHours(),
    '09:00-18:00',
    'within which hours of these days, by the clocks of that zone',
  ),
  WORKER_CONCURRENCY: variable(integer(1, 64), '4', 'jobs a worker runs at once'),
  STOP_GRACE_SECONDS: variable(
    integer(0, 20),
    '20',
    'how long jobs may go on in a worker that is told to stop; then another worker takes them',
  ),
  DISPATCH_INTERVAL_SECONDS: variable(integer(1, 3600), '15', 'how often due jobs are looked for'),
  EVENT_LOG_RETENTION_DAYS: variable(integer(1, 3650), '400', 'how long process events are kept'),
  JOB_RUN_RETENTION_DAYS: variable(integer(1, 3650), '30', 'how long finished job runs are kept'),
} as const satisfies Record<string, Variable<unknown>>;

export type VariableName = keyof typeof variables;

type ValueOf<V> = V extends Variable<infer T, infer D> ? (D extends null ? T | null : T) : never;

/** The value of every variable, by name. */
export type Values = { readonly [N in VariableName]: ValueOf<(typeof variables)[N]> };
