import { parseArgs } from 'node:util';

export const HELP = `usage: npm run doctor -- [options]

Looks at the server as GET /ops/diagnosis does and prints what is wrong, why, and what cures it.
It reads the same environment (or .env) as the server and speaks to its database; the server need not run.

  --project NAME|ID   only this project, with every check; default: all, a line for each where there are many
  --url URL           ask a running server instead, such as http://localhost:8080, signing in with AUTH_CREDENTIALS;
                      looks at sign-in too
  --origin ORIGIN     with --url: the page that people are signed out of, such as https://app.example.com
  --timeout SECONDS   with --url: how long each answer may take (20)
  --json              print JSON instead of tables
  --help              this text

Exit code: 1 when something fails, 2 for arguments that are not understood, else 0.
`;

export interface DoctorArguments {
  help: boolean;
  json: boolean;
  project: string | null;
  url: string | null;
  origin: string | null;
  timeoutMs: number;
}

/**
 * What the command line asks.
 * @throws Error that says what is wrong with it
 */
export function doctorArguments(given: readonly string[]): DoctorArguments {
  const { values } = parseArgs({
    args: [...given],
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      json: { type: 'boolean', default: false },
      project: { type: 'string' },
      url: { type: 'string' },
      origin: { type: 'string' },
      timeout: { type: 'string' },
    },
  });
  const url = values.url === undefined ? null : values.url.replace(/\/+$/, '');
  if (url !== null && !(URL.canParse(url) && /^https?:/.test(url)))
    throw new Error('--url wants an address such as http://localhost:8080');
  if (values.origin !== undefined && url === null) throw new Error('--origin goes with --url');
  const seconds = Number(values.timeout ?? 20);
  if (!(Number.isInteger(seconds) && seconds >= 1 && seconds <= 3600))
    throw new Error('--timeout wants a whole number of seconds from 1 to 3600');
  if (values.timeout !== undefined && url === null) throw new Error('--timeout goes with --url');
  return {
    help: values.help,
    json: values.json,
    project: values.project ?? null,
    url,
    origin: values.origin ?? null,
    timeoutMs: seconds * 1000,
  };
}
