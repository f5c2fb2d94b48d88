import { Config } from './config.js';
import { Misfit, type Kind } from './variable.js';
import type { Variable } from './variable-row.js';
import { variables, type Values, type VariableName } from './variables.js';

/** The configuration can't be used; `problems` has one line for each fault, none of which shows a secret. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `The configuration has ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n${problems.map((p) => `  ${p}`).join('\n')}`,
    );
    this.name = 'ConfigError';
  }
}

/** What OWASP asks of argon2id with two passes. */
const LEAST_HASH_MEMORY_KIB = 19_456;

const NAMES = Object.keys(variables) as VariableName[];

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads every variable; an empty one counts as unset.
 * @throws ConfigError with all problems at once.
 */
export function readConfig(env: Environment): Config {
  const problems: string[] = [];
  const values: Partial<Record<VariableName, unknown>> = {};
  const production = env['NODE_ENV']?.trim() === 'production';
  for (const name of NAMES) {
    const variable: Variable<unknown> = variables[name];
    const given = env[name]?.trim();
    const unset = production ? (variable.inProduction ?? variable.fallback) : variable.fallback;
    const held = given === '' ? (variable.empty ?? unset) : (given ?? unset);
    values[name] = held === null ? null : readOne(name, variable, held, problems);
  }
  problems.push(...conflicts(values as Values));
  if (problems.length > 0) throw new ConfigError(problems);
  return new Config(values as Values);
}

function readOne(
  name: string,
  variable: { kind: Kind<unknown>; secret?: boolean },
  held: string,
  problems: string[],
): unknown {
  try {
    return variable.kind.read(held);
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    const shown = variable.secret ? 'a value that is not shown' : JSON.stringify(withoutLogin(held).slice(0, 120));
    problems.push(`${name} holds ${shown}; it may hold ${error.message}`);
    return undefined;
  }
}

/** People put logins and tokens into addresses that take none; what is wrong with the address shows without them. */
const withoutLogin = (held: string) => held.replace(/\/\/[^/]*@/g, '//…@').replace(/[?#].*$/, '?…');

/** What no single variable can say: a value that another one makes necessary. */
function conflicts(values: Values): string[] {
  const missing = (name: VariableName, why: string) =>
    values[name] === null ? [`${name} holds nothing; ${why}, it may hold ${variables[name].kind.holds}`] : [];
  return [
    ...(values.NODE_ENV === 'production'
      ? [
          ...plaintext(values),
          ...NAMES.filter((name) => (variables[name] as Variable<unknown>).productionNeeds).flatMap((name) =>
            missing(name, 'in production it is required'),
          ),
          ...((values.AUTH_CREDENTIALS?.password.length ?? 12) < 12
            ? [
                `AUTH_CREDENTIALS holds a password that is not shown; it may hold ${variables.AUTH_CREDENTIALS.kind.holds}`,
              ]
            : []),
          ...(values.HASH_MEMORY_KIB < LEAST_HASH_MEMORY_KIB
            ? [
                `HASH_MEMORY_KIB holds ${values.HASH_MEMORY_KIB}; it may hold a whole number from ${LEAST_HASH_MEMORY_KIB} in production`,
              ]
            : []),
        ]
      : []),
    ...BESIDE_DATABASE_URL.filter((name) => typeof values[name] === 'string').flatMap((name) =>
      missing('DATABASE_URL', `with ${name} it is required`),
    ),
    ...(values.SESSION_COOKIE_NAME === values.CSRF_COOKIE_NAME && values.CSRF_COOKIE_NAME !== undefined
      ? [
          `CSRF_COOKIE_NAME holds ${JSON.stringify(values.CSRF_COOKIE_NAME)}; it may hold any name but SESSION_COOKIE_NAME's`,
        ]
      : []),
    ...(typeof values.OIDC_ISSUER === 'string' ? providerConflicts(values, missing) : []),
    ...(values.EMBEDDING_PROVIDER === 'openai'
      ? missing('OPENAI_API_KEY', 'with EMBEDDING_PROVIDER=openai it is required')
      : []),
    ...(values.DETECTORS === 'openai' ? missing('OPENAI_API_KEY', 'with DETECTORS=openai it is required') : []),
    ...(values.RECOMMENDATIONS_PHRASING === 'openai'
      ? missing('OPENAI_API_KEY', 'with RECOMMENDATIONS_PHRASING=openai it is required')
      : []),
  ];
}

/** What signing in with an identity provider takes beside its issuer. */
function providerConflicts(values: Values, missing: (name: VariableName, why: string) => string[]): string[] {
  const why = 'with OIDC_ISSUER it is required';
  const { OIDC_CLIENT_SECRET: secret, OIDC_PRIVATE_KEY: key, OIDC_SCOPES: scopes, PUBLIC_URL: url } = values;
  return [
    ...missing('OIDC_CLIENT_ID', why),
    ...missing('PUBLIC_URL', why),
    ...(secret === null && key === null ? missing('OIDC_CLIENT_SECRET', `${why} where OIDC_PRIVATE_KEY is unset`) : []),
    ...(secret !== null && key
      ? ['OIDC_PRIVATE_KEY holds a key; it may hold nothing where OIDC_CLIENT_SECRET is set']
      : []),
    ...(scopes?.includes('openid') === false
      ? ['OIDC_SCOPES holds no openid; it may hold scopes with openid among them']
      : []),
    ...(values.NODE_ENV === 'production' && url?.startsWith('http:')
      ? ['PUBLIC_URL holds an http address; in production it may hold one that begins with https://']
      : []),
  ];
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;
/** The driver takes each of them for TLS with a certificate that it looks at. */
const WITH_TLS = ['prefer', 'require', 'verify-ca', 'verify-full'];
/** Other ways to the database of DATABASE_URL, or to a standby of it. */
const BESIDE_DATABASE_URL = ['DATABASE_DIRECT_URL', 'DATABASE_REPLICA_URL'] as const;
const DATABASE_URLS = ['DATABASE_URL', ...BESIDE_DATABASE_URL] as const;
const asksForNoTls = (url: unknown) =>
  typeof url === 'string' && !WITH_TLS.includes(new URL(url).searchParams.get('sslmode') ?? '');
/** Where the server goes with secrets: to every vendor, and to the provider of vectors. */
type Address = Extract<VariableName, `${string}_BASE_URL`>;
const isAddress = (name: string): name is Address => name.endsWith('_BASE_URL');

/** Addresses that secrets and clients' words would go to in the clear, and that nobody has said may have them so. */
function plaintext(values: Values): string[] {
  const { PLAINTEXT_HOSTS: allowed } = values;
  const inTheClear = (address: string) => {
    const { hostname } = new URL(address);
    const ours = LOOPBACK.test(hostname) || decodeURIComponent(hostname).startsWith('/');
    return !ours && !allowed?.includes(hostname);
  };
  const cure = 'or its host may be named in PLAINTEXT_HOSTS';
  return [
    ...DATABASE_URLS.filter((name) => asksForNoTls(values[name]) && inTheClear(values[name] ?? '')).map(
      (name) => `${name} holds no sslmode that asks for TLS; in production it may hold sslmode=verify-full, ${cure}`,
    ),
    ...Object.keys(values)
      .filter(isAddress)
      .filter((name) => values[name]?.startsWith('http:') && inTheClear(values[name]))
      .map((name) => `${name} holds an http address; in production it may hold an https one, ${cure}`),
  ];
}
