import { type Kind, Misfit } from './variable.js';

const HOLDS = 'a URL that begins with postgres:// or postgresql://';
/** What the driver knows; by any other word it would do as if there were none. */
const SSL_MODES = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'];
const SEARCH_PATHS = ['search_path', 'schema', 'currentSchema'];

/** Where a PostgreSQL is. Faults of such a URL are named without showing any of it. */
export const databaseUrl = (): Kind<string> => ({
  holds: HOLDS,
  read(text) {
    const problem = problemOf(text);
    if (problem !== null) throw new Misfit(problem === '' ? HOLDS : `${HOLDS}. This one can't be used: ${problem}`);
    return text.replace(/\/+$/, '');
  },
});

/** What is wrong and how to write it; '' where it is not such a URL at all, null where nothing is wrong. */
function problemOf(text: string): string | null {
  const [, rest] = /^postgres(?:ql)?:\/\/(.*)$/is.exec(text) ?? [];
  if (rest === undefined) return '';
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? '';
  const beyond = rest.slice(authority.length);
  if (isUnescaped(authority, beyond)) return UNESCAPED;
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  if (host.includes(',')) return SEVERAL_HOSTS;
  if (host === '') return NO_HOST;
  if (!URL.canParse(text)) return 'what stands between the // and the next / is not user:password@host:port';
  return parameterProblem(new URL(text).searchParams);
}

/** A password ends where the URL's grammar says, not where it was meant to: the rest of it then stands elsewhere. */
function isUnescaped(authority: string, beyond: string): boolean {
  const misplaced = authority.includes('@') ? /^[^?]*[@#]/ : /[@#]/;
  return /%(?![0-9a-f]{2})/i.test(authority) || misplaced.test(beyond);
}

function parameterProblem(parameters: URLSearchParams): string | null {
  const path = SEARCH_PATHS.find((name) => parameters.has(name));
  if (path !== undefined) return `${path} in it would be ignored: write options=-c%20search_path%3DSCHEMA instead`;
  const mode = parameters.get('sslmode');
  return mode === null || SSL_MODES.includes(mode) ? null : `its sslmode is not one of ${SSL_MODES.join(', ')}`;
}

const UNESCAPED =
  'a character of its password, or of another part, must be escaped: @ as %40, : as %3A, / as %2F, ? as %3F, # as %23, % as %25';
const SEVERAL_HOSTS =
  'it names several hosts, and the server connects to one: name the address that leads to the primary';
const NO_HOST = 'it names no host; a socket is named by its folder: postgres://user:password@%2Frun%2Fpostgresql/name';
