import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorText } from '../common/app-error.js';
import { EmbeddedFailure, embeddedFailure } from './embedded-failure.js';
import { lockFolder } from './folder-lock.js';

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
 * Makes the folder where it is missing and claims it for this process, for as long as that lives.
 * @throws EmbeddedFailure when it can't be had: another process holds it, and two would destroy it; or it can't be
 * written
 */
export function claimFolder(folder: string): ClaimedFolder {
  const claim = join(folder, 'owner.pid');
  const data = join(folder, 'pg');
  const unfinished = join(folder, 'unfinished');
  try {
    makeFolder(folder);
    const foreign = existsSync(data) ? foreignPath(data, 0) : null;
    // As PostgreSQL has it: what another user made is that user's to open, or neither can open it in the end.
    if (foreign) throw embeddedFailure({ folder, code: 'EPERM', words: '', foreign, user: ownUser() });
    const unlock = lockFolder(folder);
    if (!unlock) throw inUse(folder, claim);
    const release = () => {
      rmSync(claim, { force: true });
      unlock();
    };
    try {
      writeOwner(claim);
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

/** Who has the folder, for people: the lock is what counts. */
function writeOwner(claim: string): void {
  // What a process that was killed has left may be another user's.
  rmSync(claim, { force: true });
  writeFileSync(claim, String(process.pid));
}

function inUse(folder: string, claim: string): EmbeddedFailure {
  return new EmbeddedFailure(
    `The embedded database in ${folder} is in use by ${owner(claim)}.`,
    'Stop that process (it may be in another container that shares the folder), name another folder in ' +
      'EMBEDDED_DATA_DIR, or use a PostgreSQL through DATABASE_URL.',
    { inUse: true },
  );
}

/** Its number is that of its own container, where it runs in one. */
function owner(claim: string): string {
  try {
    return `process ${readFileSync(claim, 'utf8')}`;
  } catch {
    return 'another process';
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
