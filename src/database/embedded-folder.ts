import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorText } from '../common/app-error.js';
import { EmbeddedFailure, embeddedFailure } from './embedded-failure.js';

/** A folder that this process has for itself. */
export interface ClaimedFolder {
  /** Where PostgreSQL keeps its files. */
  data: string;
  /** Whether there is no database yet. It counts as there once it is `made`. */
  isNew: boolean;
  made(): void;
  /** Lets other processes have the folder. */
  release(): void;
}

/**
 * Makes the folder where it is missing and claims it for this process; a claim whose process is gone counts for nothing.
 * @throws EmbeddedFailure when it can't be had: another process holds it, and two would destroy it; or it can't be written
 */
export function claimFolder(folder: string): ClaimedFolder {
  const claim = join(folder, 'owner.pid');
  const data = join(folder, 'pg');
  const unfinished = join(folder, 'unfinished');
  const release = () => rmSync(claim, { force: true });
  try {
    makeFolder(folder);
    const foreign = existsSync(data) ? foreignPath(data, 0) : null;
    // As PostgreSQL has it: what another user made is that user's to open, or neither can open it in the end.
    if (foreign) throw embeddedFailure({ folder, code: 'EPERM', words: '', foreign, user: ownUser() });
    writeClaim(folder, claim);
    try {
      // A start that was cut short has left half a database, which can't be opened and holds nothing.
      if (existsSync(unfinished)) rmSync(data, { recursive: true, force: true });
      const isNew = !existsSync(data);
      if (isNew) writeFileSync(unfinished, '');
      return { data, isNew, made: () => rmSync(unfinished, { force: true }), release };
    } catch (error) {
      release();
      throw error;
    }
  } catch (error) {
    throw error instanceof EmbeddedFailure ? error : folderFailure(folder, codeOf(error), errorText(error), error);
  }
}

/** The failure with what the folder tells about it. */
export function folderFailure(folder: string, code: string | null, words: string, cause?: unknown): EmbeddedFailure {
  return embeddedFailure({ folder, code, words, foreign: foreignPath(folder), user: ownUser() }, cause);
}

const ownUser = () => process.getuid?.() ?? null;

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? null;

/** With what is above it. Node's own way hides why on a read-only file system, and goes on for ever under /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  if (!existsSync(dirname(folder))) makeFolder(dirname(folder));
  mkdirSync(folder);
}

function writeClaim(folder: string, claim: string): void {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(claim, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') {
        // A full disk takes the file's name and not what it holds.
        if (codeOf(error) === 'ENOSPC') rmSync(claim, { force: true });
        throw error;
      }
      const owner = Number(readFileSync(claim, 'utf8'));
      if (isAlive(owner)) {
        throw new EmbeddedFailure(
          `The embedded database in ${folder} is in use by process ${owner}.`,
          'Stop that process, name another folder in EMBEDDED_DATA_DIR, or use a PostgreSQL through DATABASE_URL.',
          { inUse: true },
        );
      }
      rmSync(claim, { force: true });
    }
  }
  throw new Error('another process claims it at the same moment');
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  // A container's server is process 1 each time: its own number in the file is left from the run before.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return !isDefunct(pid);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Whether it has ended and only its number is left, as in containers whose first process clears nothing away. */
function isDefunct(pid: number): boolean {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** The first path of another user's in the folder, down to its files' level, or of what would hold the folder. */
function foreignPath(folder: string, depth = 3): { path: string; owner: number } | null {
  const user = ownUser();
  if (user === null) return null;
  const find = (path: string, left: number): { path: string; owner: number } | null => {
    const facts = lstatSync(path, { throwIfNoEntry: false });
    if (!facts) return null;
    if (facts.uid !== user) return { path, owner: facts.uid };
    if (left === 0 || !facts.isDirectory()) return null;
    for (const name of readdirSync(path)) {
      const found = find(join(path, name), left - 1);
      if (found) return found;
    }
    return null;
  };
  try {
    return find(nearestThere(folder), depth);
  } catch {
    return null;
  }
}

/** The folder itself, or the nearest above it that is there. */
function nearestThere(folder: string): string {
  let path = folder;
  while (!existsSync(path) && dirname(path) !== path) path = dirname(path);
  return path;
}
