import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const STEP = 100_000;

/** Migrations run in the order of their names: a new one comes behind all there are. */
export async function nextStamp(project: string): Promise<number> {
  const names = await readdir(join(project, 'migrations')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const stamps = names.map((name) => Number(/^\d+/.exec(name)?.[0] ?? 0));
  return Math.max(...stamps, 0) + STEP;
}
