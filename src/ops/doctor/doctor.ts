import { ConfigError, readConfig, type Environment } from '../../config/index.js';
import { advice } from '../diagnosis/domain/remedy.js';
import { doctorArguments, HELP, type DoctorArguments } from './arguments.js';
import { CannotLook, failure } from './failure.js';
import { lookLocally, withDatabase, type Looked } from './local.js';
import { lookRemotely, type LookedRemotely } from './remote.js';
import { fullReport, checksReport, passedOverText, summaryReport } from './report.js';

export interface Terminal {
  write(text: string): void;
  /** Characters in a line. */
  columns: number;
}

/** `npm run doctor`: prints what is wrong and what cures it; returns the exit code. */
export async function doctor(given: readonly string[], env: Environment, terminal: Terminal): Promise<0 | 1 | 2> {
  let wanted: DoctorArguments;
  try {
    wanted = doctorArguments(given);
  } catch (error) {
    terminal.write(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  if (wanted.help) {
    terminal.write(HELP);
    return 0;
  }
  try {
    return report(await looked(wanted, env), wanted, terminal);
  } catch (error) {
    if (!(error instanceof CannotLook)) throw error;
    terminal.write(
      wanted.json
        ? `${JSON.stringify({ projects: [], failure: error.check }, null, 2)}\n`
        : `${checksReport([error.check], terminal.columns)}\n`,
    );
    return 1;
  }
}

/** Of a server that is asked over HTTP there is nothing but its projects. */
type Found = Pick<Looked, 'projects'> & Partial<Looked & LookedRemotely>;

async function looked(wanted: DoctorArguments, env: Environment): Promise<Found> {
  const config = configured(env);
  if (wanted.url !== null) return lookRemotely(config, { ...wanted, url: wanted.url });
  return withDatabase(config, (database) => lookLocally(config, database, wanted.project));
}

function configured(env: Environment) {
  try {
    return readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new CannotLook(
      failure('configuration', 'The configuration can be used', error.problems.join('\n'), [
        advice(
          'Correct these variables; docs/reference/configuration.md tells what each may hold. ' +
            'Until then the server does not start.',
        ),
      ]),
    );
  }
}

function report(found: Found, wanted: DoctorArguments, terminal: Terminal): 0 | 1 {
  const { projects, server } = found;
  const missing = wanted.project !== null && projects.length === 0;
  const statuses =
    projects.length > 0 ? projects.map(({ verdict }) => verdict.status) : (server ?? []).map(({ status }) => status);
  terminal.write(`${text(found, wanted, terminal.columns)}\n`);
  return missing || statuses.includes('fail') ? 1 : 0;
}

function text({ projects, server = [], passedOver = [] }: Found, wanted: DoctorArguments, columns: number): string {
  if (wanted.json) {
    const more = passedOver.length > 0 ? { passed_over: passedOver } : {};
    return JSON.stringify(projects.length > 0 ? { projects, ...more } : { projects, server }, null, 2);
  }
  if (projects.length === 0) {
    const none =
      wanted.project === null
        ? 'There is no project yet: POST /projects makes one.'
        : `There is no project ${wanted.project}.`;
    return server.length > 0 ? `${checksReport(server, columns)}\n${none}` : none;
  }
  const reports =
    projects.length > 1 && wanted.project === null
      ? [summaryReport(projects, columns)]
      : projects.map((one) => fullReport(one, columns));
  return [...reports, ...(passedOver.length > 0 ? [passedOverText(passedOver)] : [])].join('\n\n');
}
