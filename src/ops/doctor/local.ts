import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ProviderProbe } from '../../auth/index.js';
import { SystemClock } from '../../common/clock.js';
import type { Config } from '../../config/index.js';
import {
  type Database,
  databaseFailure,
  EmbeddedFailure,
  lookAtReplica,
  openDatabase,
  startEmbedded,
} from '../../database/index.js';
import { CredentialSeal } from '../../projects/index.js';
import type { Check, Diagnosis } from '../diagnosis/domain/diagnosis.js';
import { diagnose } from '../diagnosis/domain/diagnose.js';
import { FactsReader } from '../diagnosis/facts-reader.js';
import { advice, command } from '../diagnosis/domain/remedy.js';
import { settingsOf } from '../diagnosis/settings.js';
import { CannotLook, failure } from './failure.js';

/** Stands for the server where there is no project. */
const NOBODY = { id: '00000000-0000-0000-0000-000000000000', name: '' };

const IDENTITY = ['identity_provider', 'identity_client', 'identity_redirect'];
const SERVER = new Set([
  'database',
  'workers',
  'migrations',
  'pgvector',
  'project_wall',
  'pooler',
  'replica',
  ...IDENTITY,
]);

export interface Looked {
  projects: Diagnosis[];
  /** What is not a project's. */
  server: Check[];
}

/**
 * Opens the configured database for `work`.
 * @throws CannotLook when it can't be reached
 */
export async function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  const embedded = config.DATABASE_URL === null ? await openEmbedded(config.EMBEDDED_DATA_DIR) : null;
  const url = config.DATABASE_URL ?? embedded?.url ?? '';
  try {
    const open = await openDatabase(url).catch((error: unknown) => {
      throw cannotLook(error, url);
    });
    try {
      return await work(open.database);
    } catch (error) {
      throw cannotLook(error, url);
    } finally {
      await open.close();
    }
  } finally {
    await embedded?.stop();
  }
}

/** Diagnoses the projects that `wanted` names by id or name, or all; by the database, without the server. */
export async function lookLocally(config: Config, database: Database, wanted: string | null): Promise<Looked> {
  const clock = new SystemClock();
  // Once, however many projects there are.
  const provider = new ProviderProbe(config, clock).look();
  const replica = config.replica === null ? Promise.resolve(null) : lookAtReplica(config.replica, database);
  const reader = new FactsReader(
    database,
    config,
    new CredentialSeal(config),
    clock,
    () => provider,
    () => replica,
  );
  const settings = settingsOf(config);
  const one = async (project: { id: string; name: string }) => {
    const { facts, now } = await reader.read(project, null);
    return diagnose(facts, settings, now);
  };
  const server = (await one(NOBODY)).sections.flatMap(({ checks }) => checks).filter(({ id }) => SERVER.has(id));
  const projects: Diagnosis[] = [];
  for (const project of await projectsOf(database, wanted)) projects.push(await one(project));
  return { server, projects };
}

/** None where the table is not there yet. */
async function projectsOf(database: Database, wanted: string | null): Promise<{ id: string; name: string }[]> {
  const [there] = await database.query<{ projects: boolean }>(`SELECT to_regclass('projects') IS NOT NULL AS projects`);
  if (!there?.projects) return [];
  return database.query(
    `SELECT id, name FROM projects WHERE account_scope_id IS NOT NULL AND ($1::text IS NULL OR id::text = lower($1) OR lower(name) = lower($1))
     ORDER BY lower(name), id`,
    [wanted],
  );
}

async function openEmbedded(folder: string) {
  if (!folder.startsWith('memory:') && !existsSync(join(folder, 'pg')))
    throw new CannotLook(
      failure('database', 'The database answers', `There is no database in ${folder}, and DATABASE_URL is not set.`, [
        command('npm start', 'Makes it; or set DATABASE_URL to the server’s database.'),
      ]),
    );
  try {
    return await startEmbedded(folder);
  } catch (error) {
    if (!(error instanceof EmbeddedFailure)) throw error;
    const askTheServer = command(
      'npm run doctor -- --url http://localhost:8080',
      'Asks the server that has the database open; with its own host and port.',
    );
    throw new CannotLook(
      failure('database', 'The database answers', error.what, [error.inUse ? askTheServer : advice(error.cure)]),
    );
  }
}

/** What the database says of itself; any other failure as it is. */
function cannotLook(error: unknown, url: string): unknown {
  const said = databaseFailure(error, url);
  if (!said) return error;
  return new CannotLook(failure('database', 'The database answers', said.what, [advice(said.cure)]));
}
