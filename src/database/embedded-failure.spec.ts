import { codeIn, embeddedFailure, type FailureFacts } from './embedded-failure.js';

const facts: FailureFacts = { folder: '/srv/kag', code: null, words: '', foreign: null, user: 1000 };
const textOf = (known: Partial<FailureFacts>) => embeddedFailure({ ...facts, ...known }).message;

describe('a failure of the embedded database', () => {
  it.each<[string, Partial<FailureFacts>, string, string]>([
    ['a full disk', { code: 'ENOSPC' }, 'the disk is full', 'Free some space'],
    ['a used up quota', { code: 'EDQUOT' }, 'the disk quota of this user is used up', 'Free some space'],
    ['a read-only file system', { code: 'EROFS' }, 'the file system there is read-only', 'Mount it for writing'],
    ['a folder closed to its own user', { code: 'EACCES' }, 'user 1000) may not write', 'chmod -R u+rwX /srv/kag'],
    [
      'a folder of another user',
      { code: 'EACCES', foreign: { path: '/srv/kag', owner: 0 } },
      '/srv/kag belongs to user 0, and this process runs as user 1000',
      'sudo chown -R 1000 /srv/kag)',
    ],
    [
      'a file of another user in it',
      { code: 'EPERM', foreign: { path: '/srv/kag/pg/base/1', owner: 7 } },
      '/srv/kag/pg/base/1 belongs to user 7',
      'sudo chown -R 1000 /srv/kag)',
    ],
    [
      'a missing folder in one of another user, which stays that user’s',
      { code: 'EACCES', foreign: { path: '/srv', owner: 0 } },
      '/srv belongs to user 0',
      'sudo install -d -o 1000 /srv/kag)',
    ],
    ['a file in its place', { code: 'EEXIST' }, 'it is a file', 'Move the file away'],
    ['a file on its path', { code: 'ENOTDIR' }, 'lies in one', 'Move the file away'],
    [
      'another version of PostgreSQL',
      { words: 'The data directory was initialized by PostgreSQL version 15' },
      'another version of PostgreSQL made it. The data directory was initialized by PostgreSQL version 15. ',
      'Start the version of this server that made it',
    ],
    ['damaged files', { words: 'could not read file "global/pg_control".' }, 'pg_control". ', 'are damaged'],
  ])('tells of %s and of its cure', (_what, known, what, cure) => {
    const text = textOf(known);
    expect(text).toMatch(/^The embedded database in \/srv\/kag can't be used: /);
    for (const part of [what, cure, 'EMBEDDED_DATA_DIR', 'DATABASE_URL']) expect(text).toContain(part);
  });

  it.each([
    ['could not extend file "base/5/16384": No space left on device', 'ENOSPC'],
    ['could not write to file "pg_wal/xlogtemp.42": Disk quota exceeded', 'EDQUOT'],
    ['could not open file "postmaster.pid": Permission denied', 'EACCES'],
    ['could not open file "global/pg_control": Read-only file system', 'EROFS'],
    ['column "x" does not exist', null],
  ])('is recognised in what PostgreSQL says: %s', (words, code) => {
    expect(codeIn(words)).toBe(code);
  });
});
