import { AppError, errorText } from '../common/app-error.js';
import { databaseAway } from '../common/database-away.js';

/** The database can't be used: what is wrong, and what cures it. */
export class DatabaseFailure extends AppError {
  constructor(
    readonly what: string,
    readonly cure: string,
    cause?: unknown,
  ) {
    super('service_unavailable', `${what} ${cure}`, undefined, { cause });
    this.name = 'DatabaseFailure';
  }
}

/** What PostgreSQL, its driver or the operating system said. */
interface FailureFacts {
  /** A SQLSTATE, or a code of the operating system or of TLS; or null. */
  code: string | null;
  words: string;
  /** What PostgreSQL itself advises. */
  hint: string | null;
  /** Host, port and name of the database, as a person writes them. */
  where: string;
  user: string;
  database: string;
}

/** The failure in words that lead to a cure; null for what the database did not say. */
export function databaseFailure(error: unknown, url: string): DatabaseFailure | null {
  if (error instanceof DatabaseFailure) return error;
  if (!(error instanceof Error) || error instanceof AppError) return null;
  const facts = factsOf(error, url);
  if (facts === null) return null;
  const { what, cure } = explain(facts);
  return new DatabaseFailure(what, cure, error);
}

/** A SQLSTATE. */
const STATE = /^[0-9A-Z]{5}$/;
const TLS = /^(SELF_SIGNED|DEPTH_ZERO|UNABLE_TO|CERT_|ERR_TLS)/;
const FILE_OR_TLS = new RegExp(`^ENOENT$|${TLS.source}`);
const NO_TLS = /does not support SSL/;

function factsOf(error: Error, url: string): FailureFacts | null {
  const { code, hint, driverError, errors } = error as Error & Partial<Record<string, unknown>>;
  if (driverError instanceof Error) return factsOf(driverError, url);
  // A name that leads to several addresses fails for each of them.
  const words = error.message || (Array.isArray(errors) ? errors.map(errorText).join('; ') : '');
  const known = typeof code === 'string' ? code : null;
  const isOfTheDatabase =
    databaseAway(error) !== null ||
    NO_TLS.test(words) ||
    (known !== null && (STATE.test(known) || FILE_OR_TLS.test(known)));
  if (!isOfTheDatabase) return null;
  const { hostname, port, pathname, username } = new URL(url);
  const database = decodeURIComponent(pathname.slice(1) || username);
  return {
    code: known,
    words: words || 'no connection',
    hint: typeof hint === 'string' ? hint : null,
    where: `${decodeURIComponent(hostname)}:${port || '5432'}/${database}`,
    user: decodeURIComponent(username),
    database,
  };
}

function explain(facts: FailureFacts): { what: string; cure: string } {
  const { code, words, hint, where, user, database } = facts;
  const said = `${words}.${hint === null ? '' : ` ${hint}`}`;
  const noAnswer = `${where} can’t be reached: ${said}`;
  if (code !== null && TLS.test(code))
    return {
      what: `${where} shows a certificate that is not trusted: ${said}`,
      cure: 'Name the file of its authority: sslmode=verify-full&sslrootcert=/path/ca.pem in DATABASE_URL, or NODE_EXTRA_CA_CERTS.',
    };
  switch (code) {
    case '25006':
      return {
        what: `${where} is read-only: ${said}`,
        cure: 'Name the primary in DATABASE_URL, or take back default_transaction_read_only.',
      };
    case '42501':
      return { what: `PostgreSQL refuses the role ${user} a right: ${said}`, cure: rightOf(words, user, database) };
    case '28P01':
    case '28000':
      return {
        what: `PostgreSQL does not let the role ${user} in: ${said}`,
        cure: 'See that DATABASE_URL has the right user and password, and that pg_hba.conf admits this machine.',
      };
    case '3D000':
      return {
        what: `${where} is not there: ${said}`,
        cure: `Make it (CREATE DATABASE "${database}"), or name another.`,
      };
    case '53300':
      return {
        what: `PostgreSQL has no connection free for the role ${user}: ${said}`,
        cure:
          'Each process holds up to DATABASE_POOL_MAX. Lower that, start fewer processes, or raise max_connections ' +
          'or the CONNECTION LIMIT of the role or the database.',
      };
    case '57014':
      return {
        what: `PostgreSQL has ended a statement that took too long: ${said}`,
        cure:
          'The server sets statement_timeout itself on each connection: see who sets a shorter one (\\drds in psql shows roles ' +
          `and databases), and take it back: ALTER ROLE "${user}" RESET statement_timeout.`,
      };
    case '58P01':
    case '0A000':
      return {
        what: `PostgreSQL lacks what the server needs: ${said}`,
        cure: 'Install pgvector 0.8 or newer and the contrib modules on the database server, then start again.',
      };
    case '08P01':
      return { what: `${where} refuses how the server connects: ${said}`, cure: pastPooler(words, user) };
    case 'ENOENT':
      return { what: `A file or socket that DATABASE_URL names is not there: ${said}`, cure: 'Correct its path.' };
    case null:
      if (NO_TLS.test(words))
        return { what: noAnswer, cure: 'Turn TLS on at the database server, or say sslmode=disable in DATABASE_URL.' };
      return { what: noAnswer, cure: REACH };
    default:
      return STATE.test(code) && !/^(08|57P)/.test(code)
        ? { what: `PostgreSQL refuses: ${said}`, cure: 'npm run doctor looks at the database as a whole.' }
        : { what: noAnswer, cure: REACH };
  }
}

const REACH =
  'See that PostgreSQL runs there, that this machine may reach it, and that DATABASE_URL names the right host, user, password and database.';

/** What mends what a pooler refuses. */
function pastPooler(words: string, user: string): string {
  if (/startup parameter: options/.test(words))
    return (
      'A pooler takes no options in DATABASE_URL. Take them out, and set them for the role: ' +
      `ALTER ROLE "${user}" SET search_path = ….`
    );
  if (/startup parameter/.test(words))
    return 'A pooler that stands in front must let DateStyle, TimeZone and standard_conforming_strings through.';
  if (/^(query_wait_timeout|no more connections allowed)/.test(words))
    return 'The pooler has no connection free: raise its default_pool_size or max_client_conn, or start fewer processes.';
  if (/does not exist|no such (user|database)/.test(words))
    return 'See that the pooler knows the user and the database of DATABASE_URL, and that PostgreSQL has them.';
  return 'The log of the pooler that stands in front says more.';
}

/** Who can give a right that is missing, and how. */
function rightOf(words: string, user: string, database: string): string {
  const extension = /create extension "(\w+)"/.exec(words)?.[1];
  if (extension) return `A superuser runs once in ${database}: CREATE EXTENSION ${extension};`;
  const [, kind, name] = /permission denied for (\w+) "?([\w$]+)/.exec(words) ?? [];
  if (kind === 'database') return `Its owner runs: GRANT CREATE ON DATABASE "${name}" TO "${user}";`;
  if (kind === 'schema')
    return `Its owner runs: GRANT USAGE ON SCHEMA "${name}" TO "${user}"; and to migrate, GRANT CREATE too.`;
  if (kind !== undefined)
    return 'The role that migrates grants it; docs/deployment.md has the statements for a role that only serves.';
  return 'Run npm run migrate as the role that owns the tables; only that may change them.';
}
