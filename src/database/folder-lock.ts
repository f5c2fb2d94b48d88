import { mkdtempSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What SQLite says where another process has the lock. */
const BUSY = 5;

/** Held for as long as this process lives, so that nothing frees one by collecting it. */
const held = new Set<DatabaseSync>();

/**
 * Locks a folder against every other process, in other containers too that share it: the kernel's lock on a file in it,
 * which ends with the process however that ends. SQLite takes it, since Node by itself has no call for it. The file
 * stays: one that was removed could be locked by two, each under the same name.
 * @returns what lifts it; null where another process has it
 * @throws the operating system's error where the folder can't be written to
 */
export function lockFolder(folder: string): (() => void) | null {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(folder, 'owner.lock'));
    // Nothing is ever written, so that a full disk does not matter and no other file appears.
    lock.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    if ((error as { errcode?: number }).errcode === BUSY) return null;
    tryToWrite(folder);
    throw error;
  }
  const taken = lock;
  held.add(taken);
  return () => {
    held.delete(taken);
    taken.close();
  };
}

/** SQLite does not say why a file can't be had; the operating system does. */
function tryToWrite(folder: string): void {
  rmdirSync(mkdtempSync(join(folder, 'writable-')));
}
