import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig, type Environment } from './read-config.js';
import { variables, type VariableName } from './variables.js';

const NAMES = Object.keys(variables) as VariableName[];
const KEY32 = Buffer.alloc(32, 3).toString('base64');
const SECRET32 = 's'.repeat(32);

/** One line for each problem; none when the environment is fine. */
function problems(env: Environment): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems;
  }
}

describe('the defaults', () => {
  it.each([
    ['PORT', 8080],
    ['HOST', '0.0.0.0'],
    ['NODE_ENV', 'development'],
    ['LOG_LEVEL', 'info'],
    ['ROLE', 'all'],
    ['DATABASE_URL', null],
    ['DATABASE_DIRECT_URL', null],
    ['DATABASE_POOL_MAX', 10],
    ['DATABASE_PARTITIONS', null],
    ['DATABASE_REPLICA_URL', null],
    ['DATABASE_REPLICA_MAX_LAG_SECONDS', 5],
    ['EMBEDDED_DATA_DIR', './.data'],
    ['MIGRATE_ON_START', true],
    ['PLAINTEXT_HOSTS', null],
    ['METRICS_TOKEN', null],
    ['METRICS_ALLOW_FROM', null],
    ['METRICS_PER_PROJECT', false],
    ['AUTH_CREDENTIALS', null],
    ['SESSION_SECRET', null],
    ['SESSION_COOKIE_NAME', 'sid'],
    ['CSRF_COOKIE_NAME', 'csrf_token'],
    ['SESSION_IDLE_HOURS', 336],
    ['SESSION_MAX_HOURS', 720],
    ['CORS_ORIGIN', ['http://localhost:3000']],
    ['PUBLIC_URL', null],
    ['OIDC_ISSUER', null],
    ['OIDC_CLIENT_ID', null],
    ['OIDC_CLIENT_SECRET', null],
    ['OIDC_PRIVATE_KEY', null],
    ['OIDC_LABEL', 'your organisation'],
    ['OIDC_SCOPES', ['openid', 'profile', 'email']],
    ['OIDC_ROLES', null],
    ['OIDC_ROLES_CLAIM', 'groups'],
    ['OIDC_USERNAME_CLAIM', 'preferred_username'],
    ['OIDC_SECOND_FACTOR_AMR', ['mfa']],
    ['OIDC_SECOND_FACTOR_ACR', null],
    ['OIDC_HOSTS', null],
    ['OIDC_TIMEOUT_SECONDS', 10],
    ['LOGIN_RATE_LIMIT_MAX_ATTEMPTS', 10],
    ['LOGIN_RATE_LIMIT_WINDOW_MINUTES', 15],
    ['USER_SEARCHES_PER_MINUTE', 120],
    ['USER_TRIGGERS_PER_MINUTE', 120],
    ['USER_STREAMS_PER_MINUTE', 60],
    ['HASH_MEMORY_KIB', 19_456],
    ['SECRETS_KEY', null],
    ['ENV_SOURCES_SCOPE', 'default'],
    ['SECRETS_KEYS_BEFORE', null],
    ['CHATWOOT_BASE_URL', 'https://app.chatwoot.com'],
    ['CHATWOOT_API_TOKEN', null],
    ['CHATWOOT_ACCOUNT_ID', null],
    ['LINEAR_BASE_URL', 'https://api.linear.app/graphql'],
    ['LINEAR_API_TOKEN', null],
    ['LINEAR_WORKSPACE_ID', null],
    ['ATTIO_BASE_URL', 'https://api.attio.com'],
    ['ATTIO_API_TOKEN', null],
    ['ATTIO_WORKSPACE_ID', null],
    ['CONNECTOR_MAX_RETRIES', 5],
    ['CONNECTOR_RETRY_BASE_SECONDS', 30],
    ['CONNECTOR_LOOKBACK_DAYS', 60],
    ['OPENAI_API_KEY', null],
    ['OPENAI_BASE_URL', 'https://api.openai.com/v1'],
    ['OPENAI_TIMEOUT_MS', 20_000],
    ['EMBEDDING_PROVIDER', null],
    ['EMBEDDING_MODEL', 'text-embedding-3-small'],
    ['EMBEDDING_DIM', 1536],
    ['EMBED_BATCH_SIZE', 100],
    ['EMBED_REQUESTS_AT_ONCE', 4],
    ['EMBED_STALE_RECOVERY_MINUTES', 30],
    ['CHUNK_SIZE', 1000],
    ['MIN_EMBED_CHARS', 30],
    ['SEARCH_HNSW_EF_SEARCH', 160],
    ['KAG_ENABLED', true],
    ['KAG_SNAPSHOTS_ENABLED', true],
    ['KAG_FORECASTING_ENABLED', true],
    ['KAG_RECOMMENDATIONS_V2_ENABLED', true],
    ['RECOMMENDATIONS_EVIDENCE_MIN_COUNT', 2],
    ['RECOMMENDATIONS_EVIDENCE_MIN_QUALITY', 0.35],
    ['RECOMMENDATIONS_EVIDENCE_ALLOW_SECONDARY_ONLY', false],
    ['RECOMMENDATIONS_LOCALE', 'en'],
    ['WORKING_TIME_ZONE', 'UTC'],
    ['WORKING_DAYS', ['mon', 'tue', 'wed', 'thu', 'fri']],
    ['WORKING_HOURS', { start: '09:00', end: '18:00' }],
    ['WORKER_CONCURRENCY', 4],
    ['STOP_GRACE_SECONDS', 20],
    ['DISPATCH_INTERVAL_SECONDS', 15],
    ['EVENT_LOG_RETENTION_DAYS', 400],
    ['JOB_RUN_RETENTION_DAYS', 30],
  ] as const)('%s is %j', (name, value) => {
    expect(readConfig({})[name]).toEqual(value);
  });

  it.each(NAMES.filter((name) => !('empty' in variables[name])))(
    'of %s holds for an empty or blank value too',
    (name) => {
      expect(readConfig({ [name]: '' })[name]).toEqual(readConfig({})[name]);
      expect(readConfig({ [name]: '  ' })[name]).toEqual(readConfig({})[name]);
    },
  );

  it('make a session secret of its own for each start, of 32 characters or more', () => {
    const [one, other] = [readConfig({}).sessionSecrets, readConfig({}).sessionSecrets];
    expect(one).toHaveLength(1);
    expect(one[0]?.length).toBeGreaterThanOrEqual(32);
    expect(one).not.toEqual(other);
  });
});

describe('a value that fits', () => {
  it.each([
    ['PORT', '0', 0],
    ['PORT', ' 65535 ', 65535],
    ['ROLE', 'worker', 'worker'],
    ['MIGRATE_ON_START', 'false', false],
    ['RECOMMENDATIONS_EVIDENCE_MIN_QUALITY', '1', 1],
    ['RECOMMENDATIONS_EVIDENCE_MIN_QUALITY', '0.05', 0.05],
    [
      'DATABASE_URL',
      'postgres://me:pa%20ss@db:5432/kag?sslmode=require',
      'postgres://me:pa%20ss@db:5432/kag?sslmode=require',
    ],
    ['ENV_SOURCES_SCOPE', 'Agency.One', 'agency.one'],
    ['ENV_SOURCES_SCOPE', 'none', null],
    ['ENV_SOURCES_SCOPE', '', null],
    ['ENV_SOURCES_SCOPE', '  ', null],
    ['CHATWOOT_BASE_URL', 'https://chat.example//', 'https://chat.example'],
    ['CORS_ORIGIN', 'https://a.example, http://b.example:8080', ['https://a.example', 'http://b.example:8080']],
    ['SECRETS_KEY', KEY32, Buffer.alloc(32, 3)],
    ['SECRETS_KEY', KEY32.replace('=', ''), Buffer.alloc(32, 3)],
    ['SECRETS_KEYS_BEFORE', `${KEY32}, ${KEY32}`, [Buffer.alloc(32, 3), Buffer.alloc(32, 3)]],
    ['SESSION_SECRET', `${SECRET32}, ${'t'.repeat(40)}`, [SECRET32, 't'.repeat(40)]],
    ['AUTH_CREDENTIALS', 'ann:pass:word', { login: 'ann', password: 'pass:word' }],
    ['AUTH_CREDENTIALS', 'ann@example.org:x', { login: 'ann@example.org', password: 'x' }],
    ['SESSION_COOKIE_NAME', '__Host-sid', '__Host-sid'],
    ['METRICS_TOKEN', 'anything at all', 'anything at all'],
    ['PUBLIC_URL', 'https://kag.example.com/', 'https://kag.example.com'],
    ['OIDC_SCOPES', 'openid groups', ['openid', 'groups']],
    ['OIDC_ROLES', 'kag=a=One:admin', [{ value: 'kag=a', scope_key: 'one', role: 'admin' }]],
    ['WORKING_TIME_ZONE', 'Asia/Kolkata', 'Asia/Kolkata'],
    ['WORKING_DAYS', 'sun-thu', ['mon', 'tue', 'wed', 'thu', 'sun']],
    ['WORKING_HOURS', '10:00-19:30', { start: '10:00', end: '19:30' }],
  ] as const)('%s=%s', (name, held, value) => {
    expect(readConfig({ [name]: held })[name]).toEqual(value);
  });

  it('names networks, of both kinds of addresses', () => {
    const allowed = readConfig({ METRICS_ALLOW_FROM: '10.0.0.0/8, 192.0.2.7, fd00::/8' }).METRICS_ALLOW_FROM!;
    const has = (address: string) => allowed.check(address, address.includes(':') ? 'ipv6' : 'ipv4');
    expect(['10.1.2.3', '192.0.2.7', 'fd12::1'].filter(has)).toHaveLength(3);
    expect(['11.0.0.1', '192.0.2.8', 'fe80::1'].filter(has)).toEqual([]);
  });

  it('decides what follows from it', () => {
    expect(readConfig({}).embeddingProvider).toBe('local');
    expect(readConfig({ OPENAI_API_KEY: 'k' }).embeddingProvider).toBe('openai');
    expect(readConfig({ OPENAI_API_KEY: 'k', EMBEDDING_PROVIDER: 'local' }).embeddingProvider).toBe('local');
    const serves = (ROLE: string) => {
      const { servesApi, runsJobs } = readConfig({ ROLE });
      return [servesApi, runsJobs];
    };
    expect([serves('all'), serves('api'), serves('worker')]).toEqual([
      [true, true],
      [true, false],
      [false, true],
    ]);
    expect(readConfig({ SESSION_SECRET: `${SECRET32},${'t'.repeat(32)}` }).sessionSecrets).toEqual([
      SECRET32,
      't'.repeat(32),
    ]);
  });
});

describe('a value that does not fit', () => {
  it.each([
    ['PORT', '65536', 'a whole number from 0 to 65535'],
    ['PORT', '-1', 'a whole number from 0 to 65535'],
    ['PORT', '80.5', 'a whole number from 0 to 65535'],
    ['PORT', '0x50', 'a whole number from 0 to 65535'],
    ['PORT', '1e3', 'a whole number from 0 to 65535'],
    ['PORT', 'eighty', 'a whole number from 0 to 65535'],
    ['DATABASE_POOL_MAX', '1', 'a whole number from 2 to 200'],
    ['DATABASE_PARTITIONS', '0', 'a whole number from 1 to 256'],
    ['NODE_ENV', 'prod', 'one of development, production, test'],
    ['LOG_LEVEL', 'INFO', 'one of fatal, error, warn, info, debug, trace, silent'],
    ['ROLE', 'both', 'one of all, api, worker'],
    ['MIGRATE_ON_START', 'yes', 'true or false'],
    ['MIGRATE_ON_START', 'TRUE', 'true or false'],
    ['KAG_ENABLED', '1', 'true or false'],
    ['RECOMMENDATIONS_EVIDENCE_MIN_QUALITY', '1.1', 'a number from 0 to 1'],
    ['RECOMMENDATIONS_EVIDENCE_MIN_QUALITY', '.5', 'a number from 0 to 1'],
    ['RECOMMENDATIONS_EVIDENCE_MIN_QUALITY', 'NaN', 'a number from 0 to 1'],
    ['ENV_SOURCES_SCOPE', 'one,two', 'the key of an account scope, or none'],
    ['CHATWOOT_BASE_URL', 'chat.example', 'a URL that begins with https:// or http://'],
    ['CHATWOOT_BASE_URL', 'ftp://chat.example', 'a URL that begins with https:// or http://'],
    ['CHATWOOT_BASE_URL', 'file:///etc/passwd', 'a URL that begins with https:// or http://'],
    ['CORS_ORIGIN', '*', 'comma-separated origins such as https://app.example.com (never *)'],
    ['CORS_ORIGIN', 'https://*.example', 'comma-separated origins such as https://app.example.com (never *)'],
    ['CORS_ORIGIN', 'https://a.example/', 'comma-separated origins such as https://app.example.com (never *)'],
    ['CORS_ORIGIN', 'https://a.example,', 'comma-separated origins such as https://app.example.com (never *)'],
    ['CORS_ORIGIN', 'null', 'comma-separated origins such as https://app.example.com (never *)'],
    ['SESSION_COOKIE_NAME', 'my sid', "a cookie name: letters, digits and any of !#$%&'*+-.^_`|~"],
    ['CSRF_COOKIE_NAME', 'a;b', "a cookie name: letters, digits and any of !#$%&'*+-.^_`|~"],
    ['OIDC_ROLES', 'kag=default:owner', 'comma-separated rules value=scope:role, such as kag-admins=default:admin'],
    ['OIDC_ISSUER', 'http://login.example', 'the https:// address that the provider names as its issuer'],
    ['PUBLIC_URL', 'https://kag.example/app', 'an origin such as https://kag.example.com'],
    ['RECOMMENDATIONS_LOCALE', 'de', 'one of en, ru'],
    ['METRICS_ALLOW_FROM', '10.0.0.0/33', 'comma-separated addresses and networks, such as 10.0.0.0/8 or ::1'],
    ['METRICS_ALLOW_FROM', '10.0.0', 'comma-separated addresses and networks, such as 10.0.0.0/8 or ::1'],
    ['METRICS_ALLOW_FROM', '::1,', 'comma-separated addresses and networks, such as 10.0.0.0/8 or ::1'],
  ] as const)('%s=%s is refused with what it may hold', (name, held, mayHold) => {
    expect(problems({ [name]: held })).toEqual([`${name} holds ${JSON.stringify(held)}; it may hold ${mayHold}`]);
  });

  it('may be too cheap for production only', () => {
    const production = { NODE_ENV: 'production', AUTH_CREDENTIALS: 'ann:twelve-letters', SESSION_SECRET: SECRET32 };
    expect(problems({ ...production, HASH_MEMORY_KIB: '19455' })).toEqual([
      'HASH_MEMORY_KIB holds 19455; it may hold a whole number from 19456 in production',
    ]);
    expect(readConfig({ ...production, HASH_MEMORY_KIB: '19456' }).HASH_MEMORY_KIB).toBe(19_456);
    expect(readConfig({ HASH_MEMORY_KIB: '64' }).HASH_MEMORY_KIB).toBe(64);
  });

  it('is one line of bounded length, whatever it holds', () => {
    const [line = ''] = problems({ PORT: `80\nAUTH_CREDENTIALS holds nothing\r${'9'.repeat(5_000)}` });
    expect(line).not.toMatch(/[\n\r]/);
    expect(line.length).toBeLessThan(300);
  });

  it('comes with all the others at once, a line for each', () => {
    const env = { PORT: 'x', ROLE: 'x', CORS_ORIGIN: '*', SECRETS_KEY: 'x', EMBEDDING_DIM: '0', KAG_ENABLED: 'x' };
    const found = problems(env);
    expect(found.map((line) => line.split(' ', 1)[0]).sort()).toEqual(Object.keys(env).sort());
    for (const line of found) expect(line).toMatch(/^[A-Z_0-9]+ holds .+; it may hold .+$/);
    expect(() => readConfig(env)).toThrow(/^The configuration has 6 problems:\n( {2}.+\n){5} {2}.+$/);
    expect(() => readConfig({ PORT: 'x' })).toThrow(/^The configuration has 1 problem:\n {2}PORT holds "x";/);
  });
});

describe('an identity provider', () => {
  const provider = { OIDC_ISSUER: 'https://login.example/', OIDC_CLIENT_ID: 'kag', PUBLIC_URL: 'https://kag.example' };
  const jwk = JSON.stringify({ kty: 'EC', alg: 'ES256', d: 'secret-part' });

  it('is taken with its issuer as its tokens name it, and with a secret or a key', () => {
    expect(readConfig({ ...provider, OIDC_CLIENT_SECRET: 's' }).OIDC_ISSUER).toBe('https://login.example/');
    expect(readConfig({ ...provider, OIDC_PRIVATE_KEY: jwk }).OIDC_PRIVATE_KEY?.alg).toBe('ES256');
    expect(readConfig({ OIDC_ISSUER: '' }).OIDC_ISSUER).toBeNull();
  });

  it('on this machine may be asked over http', () => {
    const local = { ...provider, OIDC_ISSUER: 'http://127.0.0.1:9000', OIDC_CLIENT_SECRET: 's' };
    expect(readConfig(local).OIDC_ISSUER).toBe('http://127.0.0.1:9000');
  });

  it('names all that it takes', () => {
    expect(
      problems({ OIDC_ISSUER: provider.OIDC_ISSUER, OIDC_SCOPES: 'profile' }).map((line) => line.split(' ')[0]),
    ).toEqual(['OIDC_CLIENT_ID', 'PUBLIC_URL', 'OIDC_CLIENT_SECRET', 'OIDC_SCOPES']);
    const both = problems({ ...provider, OIDC_CLIENT_SECRET: 's', OIDC_PRIVATE_KEY: jwk });
    expect(both).toEqual(['OIDC_PRIVATE_KEY holds a key; it may hold nothing where OIDC_CLIENT_SECRET is set']);
    expect(problems({ ...provider, OIDC_PRIVATE_KEY: '{"d":"hunter2"}' }).join()).not.toContain('hunter2');
  });
});

describe.each(['DATABASE_DIRECT_URL', 'DATABASE_REPLICA_URL'] as const)('another way to the database, %s', (name) => {
  const main = { DATABASE_URL: 'postgres://kag@pooler:6432/kag' };

  it('goes with DATABASE_URL', () => {
    const way = { [name]: 'postgres://kag@db/kag' };
    expect(problems({ ...main, ...way })).toEqual([]);
    expect(problems(way)).toEqual([
      `DATABASE_URL holds nothing; with ${name} it is required, it may hold ${variables.DATABASE_URL.kind.holds}`,
    ]);
  });

  it('is not taken in the clear in production', () => {
    const env = {
      ...main,
      NODE_ENV: 'production',
      AUTH_CREDENTIALS: 'ann:twelve-chars',
      SESSION_SECRET: SECRET32,
      PLAINTEXT_HOSTS: 'pooler',
      [name]: 'postgres://kag:hidden@db.example/kag',
    };
    const found = problems(env);
    expect(found).toEqual([expect.stringMatching(new RegExp(`^${name} holds no sslmode that asks for TLS`))]);
    expect(found.join()).not.toContain('hidden');
    expect(problems({ ...env, PLAINTEXT_HOSTS: 'pooler,db.example' })).toEqual([]);
    expect(problems({ ...env, [name]: 'postgres://kag@db.example/kag?sslmode=verify-full' })).toEqual([]);
  });
});

describe('a secret', () => {
  const WRONG: [VariableName, string][] = [
    ['DATABASE_URL', 'mysql://kag:hunter2-hunter2@db/kag'],
    ['DATABASE_DIRECT_URL', 'mysql://kag:hunter2-hunter2@db/kag'],
    ['DATABASE_REPLICA_URL', 'mysql://kag:hunter2-hunter2@db/kag'],
    ['AUTH_CREDENTIALS', 'hunter2-hunter2'],
    ['AUTH_CREDENTIALS', ':hunter2-hunter2'],
    ['AUTH_CREDENTIALS', 'a b:hunter2-hunter2'],
    ['SESSION_SECRET', 'hunter2'],
    ['SESSION_SECRET', `${SECRET32},hunter2-hunter2`],
    ['SECRETS_KEY', 'hunter2-hunter2'],
    ['SECRETS_KEYS_BEFORE', `${KEY32},hunter2-hunter2`],
    ['CHATWOOT_API_TOKEN', 'hunter2\u200b'],
    ['LINEAR_API_TOKEN', 'hunter 2'],
    ['ATTIO_API_TOKEN', 'hünter2'],
    ['OPENAI_API_KEY', 'hunter2\ufeffx'],
    ['SECRETS_KEY', Buffer.from('hunter2-hunter2-hunter2-hunter2-').toString('base64').slice(4)],
  ];

  it.each(WRONG)('%s=%s is refused and not shown, not even a part of it', (name, held) => {
    const [line = '', ...more] = problems({ [name]: held });
    expect(more).toEqual([]);
    expect(line).toBe(`${name} holds a value that is not shown; it may hold ${variables[name].kind.holds}`);
  });

  it('in an address that takes none is not shown either', () => {
    for (const held of [
      'https://me:hunter2@chat.example',
      'ftp://chat.example/?token=hunter2',
      'https://hunter2@chat.example/x',
    ]) {
      const [line = ''] = problems({ CHATWOOT_BASE_URL: held });
      expect(line).toMatch(/^CHATWOOT_BASE_URL holds "(https|ftp):\/\/.*chat\.example/);
      expect(line).not.toContain('hunter2');
    }
  });

  it('is marked as one wherever the name says so', () => {
    const named = NAMES.filter((name) =>
      /TOKEN|SECRET|PASSWORD|CREDENTIALS|API_KEY|PRIVATE_KEY|SECRETS_KEY|DATABASE_(DIRECT_|REPLICA_)?URL|SMTP_URL/.test(
        name,
      ),
    );
    const marked = NAMES.filter((name) => 'secret' in variables[name] && variables[name].secret === true);
    expect(marked.sort()).toEqual(named.sort());
  });
});

describe('production', () => {
  const PRODUCTION = {
    NODE_ENV: 'production',
    AUTH_CREDENTIALS: 'ann:twelve-chars',
    SESSION_SECRET: SECRET32,
  };
  const named = (env: Environment) => problems(env).map((line) => line.split(' ', 1)[0]);

  it.each([
    [
      'DATABASE_URL',
      'postgres://kag:hidden@db.example/kag',
      'postgres://kag:hidden@db.example/kag?sslmode=verify-full',
    ],
    ['CHATWOOT_BASE_URL', 'http://chat.example', 'https://chat.example'],
    ['LINEAR_BASE_URL', 'http://linear.example', 'https://linear.example'],
    ['ATTIO_BASE_URL', 'http://attio.example', 'https://attio.example'],
    ['GITHUB_BASE_URL', 'http://github.example', 'https://github.example'],
    ['OPENAI_BASE_URL', 'http://models.example', 'https://models.example'],
  ])('takes no %s in the clear, unless its host is named', (name, clear, safe) => {
    expect(named({ ...PRODUCTION, [name]: clear })).toEqual([name]);
    expect(problems({ ...PRODUCTION, [name]: clear }).join()).not.toContain('hunter2');
    expect(named({ ...PRODUCTION, [name]: safe })).toEqual([]);
    expect(named({ [name]: clear })).toEqual([]);
    expect(named({ ...PRODUCTION, [name]: clear, PLAINTEXT_HOSTS: new URL(clear).hostname })).toEqual([]);
    expect(named({ ...PRODUCTION, [name]: clear.replace(/[a-z]+\.example/, '127.0.0.1') })).toEqual([]);
  });

  it('has cookies that are this host’s own by their names, unless they are given others', () => {
    const names = (env: Environment) => {
      const { SESSION_COOKIE_NAME, CSRF_COOKIE_NAME } = readConfig({ ...PRODUCTION, ...env });
      return [SESSION_COOKIE_NAME, CSRF_COOKIE_NAME];
    };
    expect(names({})).toEqual(['__Host-sid', '__Host-csrf_token']);
    expect(names({ SESSION_COOKIE_NAME: 'kag', CSRF_COOKIE_NAME: '' })).toEqual(['kag', '__Host-csrf_token']);
  });

  it('starts with a password of 12 characters and a session secret of 32', () => {
    expect(problems(PRODUCTION)).toEqual([]);
    expect(readConfig(PRODUCTION).production).toBe(true);
  });

  it.each([
    [{ AUTH_CREDENTIALS: undefined }, ['AUTH_CREDENTIALS']],
    [{ SESSION_SECRET: '' }, ['SESSION_SECRET']],
    [{ SESSION_SECRET: 's'.repeat(31) }, ['SESSION_SECRET']],
    [{ AUTH_CREDENTIALS: 'ann:eleven-char' }, ['AUTH_CREDENTIALS']],
    [{ AUTH_CREDENTIALS: undefined, SESSION_SECRET: undefined }, ['AUTH_CREDENTIALS', 'SESSION_SECRET']],
    [{ AUTH_CREDENTIALS: 'ann', PORT: 'x' }, ['PORT', 'AUTH_CREDENTIALS']],
  ] as [Environment, string[]][])('does not start with %j', (env, names) => {
    expect(named({ ...PRODUCTION, ...env })).toEqual(names);
    expect(problems({ ...PRODUCTION, ...env }).join()).not.toContain('eleven-char');
  });

  it('asks for no more than that outside of it', () => {
    expect(problems({ NODE_ENV: 'test', AUTH_CREDENTIALS: 'ann:x' })).toEqual([]);
  });
});

it('needs a key for the provider that is named', () => {
  expect(problems({ EMBEDDING_PROVIDER: 'openai' })).toEqual([expect.stringMatching(/^OPENAI_API_KEY holds nothing;/)]);
  expect(problems({ EMBEDDING_PROVIDER: 'openai', OPENAI_API_KEY: 'k' })).toEqual([]);
});

it('keeps the two cookies apart', () => {
  expect(problems({ SESSION_COOKIE_NAME: 'x', CSRF_COOKIE_NAME: 'x' })).toEqual([
    expect.stringMatching(/^CSRF_COOKIE_NAME holds "x"/),
  ]);
});

it('is frozen, lists and all', () => {
  const config = readConfig({ AUTH_CREDENTIALS: 'ann:x', SESSION_SECRET: SECRET32 });
  expect(() => Object.assign(config, { PORT: 1 })).toThrow(TypeError);
  expect(() => config.CORS_ORIGIN.push('https://evil.example')).toThrow(TypeError);
  expect(() => Object.assign(config.AUTH_CREDENTIALS!, { password: 'y' })).toThrow(TypeError);
  expect(() => (config.sessionSecrets as string[]).push('y')).toThrow(TypeError);
});

it('takes no notice of variables that are not its own', () => {
  expect(problems({ PATH: '/bin', PORTX: 'x', __proto__: 'x' })).toEqual([]);
});

describe('.env.example', () => {
  const lines = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8').split('\n');

  it('lists every variable of the table, in its order, and no other', () => {
    expect(lines.flatMap((line) => /^#?([A-Z][A-Z0-9_]*)=/.exec(line)?.[1] ?? [])).toEqual(NAMES);
  });

  it.each(NAMES)('says what %s means and what holds when it is unset', (name) => {
    const { meaning, fallback } = variables[name];
    const at = lines.indexOf(`#${name}=${fallback ?? ''}`);
    expect(at).toBeGreaterThan(0);
    expect(lines[at - 1]).toBe(`# ${meaning}`);
  });

  it('changes nothing as it is', () => {
    expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
  });
});
