import { AppError } from '../common/app-error.js';

/** The embedded database can't be had: what is wrong, and what cures it. */
export class EmbeddedFailure extends AppError {
  constructor(
    readonly what: string,
    readonly cure: string,
    options: { inUse?: boolean; cause?: unknown } = {},
  ) {
    super('service_unavailable', `${what} ${cure}`, undefined, { cause: options.cause });
    this.name = 'EmbeddedFailure';
    this.inUse = options.inUse ?? false;
  }

  /** Whether another process has it open, which can be asked instead. */
  readonly inUse: boolean;
}

/** What is known of a failure when it is told. */
export interface FailureFacts {
  /** As the user named it, or as a path from the root. */
  folder: string;
  /** The operating system's code, such as ENOSPC, if it is known. */
  code: string | null;
  /** What PostgreSQL or the operating system said. */
  words: string;
  /** The first path in the folder that belongs to another user than this process's, if there is one. */
  foreign: { path: string; owner: number } | null;
  /** This process's user; null where users have no numbers. */
  user: number | null;
}

const ANOTHER = 'name another folder in EMBEDDED_DATA_DIR, or set DATABASE_URL to a PostgreSQL';

/** The failure in words that lead to a cure. */
export function embeddedFailure(facts: FailureFacts, cause?: unknown): EmbeddedFailure {
  const { what, cure } = explain(facts, facts.code ?? codeIn(facts.words));
  return new EmbeddedFailure(`The embedded database in ${facts.folder} can't be used: ${what}.`, cure, { cause });
}

/** The operating system's code for what PostgreSQL says of it in words. */
export function codeIn(words: string): string | null {
  return CODES.find(([said]) => words.toLowerCase().includes(said))?.[1] ?? null;
}

const CODES: readonly (readonly [string, string])[] = [
  ['no space left on device', 'ENOSPC'],
  ['quota exceeded', 'EDQUOT'],
  ['read-only file system', 'EROFS'],
  ['permission denied', 'EACCES'],
  ['operation not permitted', 'EPERM'],
  ['initialized by postgresql version', 'VERSION'],
];

function explain({ folder, words, foreign, user }: FailureFacts, code: string | null): { what: string; cure: string } {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return {
        what: code === 'ENOSPC' ? 'the disk is full' : 'the disk quota of this user is used up',
        cure: `Free some space on that disk (a new database takes 40 MB), or ${ANOTHER}.`,
      };
    case 'EROFS':
      return { what: 'the file system there is read-only', cure: `Mount it for writing, or ${ANOTHER}.` };
    case 'EACCES':
    case 'EPERM':
      return foreign === null
        ? {
            what: `this process${user === null ? '' : ` (user ${user})`} may not write there`,
            cure: `Allow it (chmod -R u+rwX ${folder}), or ${ANOTHER}.`,
          }
        : {
            what: `${foreign.path} belongs to user ${foreign.owner}, and this process runs as user ${user ?? '?'}`,
            cure: `Start it as user ${foreign.owner}, ${ownership(folder, foreign.path, user)}, or ${ANOTHER}.`,
          };
    case 'EEXIST':
    case 'ENOTDIR':
      return { what: 'it is a file or lies in one, not a folder', cure: `Move the file away, or ${ANOTHER}.` };
    case 'VERSION':
      return {
        what: `another version of PostgreSQL made it. ${words}`.replace(/\.$/, ''),
        cure: `Start the version of this server that made it, or ${ANOTHER}.`,
      };
    case null:
    default:
      return {
        what: words.replace(/\.$/, ''),
        cure: `Where its files are damaged, put a copy of the folder back or move it away (a new one is made); or ${ANOTHER}.`,
      };
  }
}

/** What gives the folder to the user; a folder that would have to be made is made, so that its parent's owner stays. */
const ownership = (folder: string, foreign: string, user: number | null) =>
  foreign.length < folder.length
    ? `make the folder for this one (sudo install -d -o ${user} ${folder})`
    : `give the folder to this one (sudo chown -R ${user} ${folder})`;
