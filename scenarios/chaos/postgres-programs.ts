import { existsSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where PostgreSQL's programs are, and as whom they run. */
export interface PostgresPrograms {
  /** The folder of `initdb` and `postgres`, as seen from `root`. */
  bin: string;
  /** The folder that they take for the whole file system: `/`, or a tree that they were installed into. */
  root: string;
  /** PostgreSQL refuses to run as the administrator of the machine: then as this user. */
  uid: number;
  gid: number;
}

/** There is none on this machine that could be started. */
export class NoPostgres extends Error {}

const NOT_FOUND = `PostgreSQL's programs initdb and postgres, with pgvector beside them, are not found. Set PG_BIN to
their folder, such as /usr/lib/postgresql/17/bin, or start a PostgreSQL on this machine: its programs are taken then.`;

/**
 * Those of PG_BIN, of a PostgreSQL that runs on this machine, or those that a package installed; with pgvector only,
 * since the server's database needs it.
 *
 * @throws NoPostgres
 */
export function findPostgresPrograms(named = process.env['PG_BIN']): PostgresPrograms {
  if (named) return asUser(named);
  const running = ofRunningServer();
  if (running) return running;
  const installed = '/usr/lib/postgresql';
  const versions = existsSync(installed) ? readdirSync(installed).sort((a, b) => Number(b) - Number(a)) : [];
  for (const version of versions) {
    const bin = join(installed, version, 'bin');
    if (isWhole(bin)) return asUser(bin);
  }
  throw new NoPostgres(NOT_FOUND);
}

/** Linux tells of each process which program it runs, and in which tree. */
function ofRunningServer(): PostgresPrograms | null {
  if (!existsSync('/proc')) return null;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (readFileSync(`/proc/${pid}/comm`, 'utf8').trim() !== 'postgres') continue;
      const root = readlinkSync(`/proc/${pid}/root`);
      const exe = readlinkSync(`/proc/${pid}/exe`);
      const bin = dirname(root === '/' ? exe : exe.replace(root, ''));
      if (!isWhole(bin, root)) continue;
      const { uid, gid } = statSync(`/proc/${pid}`);
      return { bin, root, uid, gid };
    } catch {
      // It has ended, or is another user's.
    }
  }
  return null;
}

/** Whether a database that the server can use can be made by these programs. */
function isWhole(bin: string, root = '/'): boolean {
  // PostgreSQL's own layouts, and Debian's.
  const shares = [join(bin, '../share'), join(bin, '../share/postgresql'), join(bin.replace('/lib/', '/share/'), '..')];
  return (
    existsSync(join(root, bin, 'initdb')) &&
    shares.some((share) => existsSync(join(root, share, 'extension/vector.control')))
  );
}

function asUser(bin: string): PostgresPrograms {
  if (!isWhole(bin)) throw new NoPostgres(NOT_FOUND);
  const [uid = 0, gid = 0] = [process.getuid?.(), process.getgid?.()];
  if (uid !== 0) return { bin, root: '/', uid, gid };
  const [, owner = '65534', group = '65534'] =
    /^postgres:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? [];
  return { bin, root: '/', uid: Number(owner), gid: Number(group) };
}
