import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPostgresPrograms } from '../../scenarios/chaos/postgres-programs.js';

const TOOLS = ['pg_dump', 'pg_restore', 'createdb'];

/**
 * Puts PostgreSQL's tools for backups into a folder, as those of the very server: a machine may have others of an older
 * version. Returns why there are none, or null.
 */
export function linkPostgresTools(folder: string): string | null {
  let programs;
  try {
    programs = findPostgresPrograms();
  } catch {
    return 'the programs of PostgreSQL are not found';
  }
  const { bin, root } = programs;
  for (const tool of TOOLS) {
    if (!existsSync(join(root, bin, tool))) return `there is no ${tool} beside PostgreSQL's other programs`;
    const command = root === '/' ? join(bin, tool) : `chroot ${root} ${join(bin, tool)}`;
    const file = join(folder, tool);
    writeFileSync(file, `#!/bin/sh\nexec ${command} "$@"\n`);
    chmodSync(file, 0o755);
    if (spawnSync(file, ['--version']).status !== 0) return `${tool} does not run here`;
  }
  return null;
}
