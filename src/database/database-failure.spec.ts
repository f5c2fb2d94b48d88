import { databaseFailure } from './database-failure.js';

const URL = 'postgres://kag:hidden@db.example.com/agency';
const failed = (message: string, facts: object = {}) => Object.assign(new Error(message), facts);
const textOf = (error: unknown) => databaseFailure(error, URL)?.message;

describe('a failure of the database', () => {
  it.each([
    [
      'a missing right to make an extension',
      failed('permission denied to create extension "vector"', {
        code: '42501',
        hint: 'Must be superuser to create this extension.',
      }),
      ['the role kag', 'Must be superuser', 'A superuser runs once in agency: CREATE EXTENSION vector;'],
    ],
    [
      'a missing right on the database',
      failed('permission denied for database agency', { code: '42501' }),
      ['GRANT CREATE ON DATABASE "agency" TO "kag"'],
    ],
    [
      'a missing right on a schema',
      failed('permission denied for schema pgboss', { code: '42501' }),
      ['GRANT USAGE ON SCHEMA "pgboss" TO "kag"'],
    ],
    [
      'a missing right on a table',
      failed('permission denied for table users', { code: '42501' }),
      ['refuses the role kag a right', 'docs/deployment.md'],
    ],
    [
      'a table of another role',
      failed('must be owner of table users', { code: '42501' }),
      ['as the role that owns the tables'],
    ],
    [
      'a wrong password',
      failed('password authentication failed for user "kag"', { code: '28P01' }),
      ['does not let the role kag in'],
    ],
    ['a missing database', failed('database "agency" does not exist', { code: '3D000' }), ['CREATE DATABASE "agency"']],
    [
      'too many connections',
      failed('too many connections for role "kag"', { code: '53300' }),
      ['no connection free', 'CONNECTION LIMIT'],
    ],
    [
      'somebody’s deadline',
      failed('canceling statement due to statement timeout', { code: '57014' }),
      ['ALTER ROLE "kag" RESET statement_timeout'],
    ],
    [
      'a missing extension',
      failed('extension "vector" is not available', { code: '0A000', hint: 'The extension must first be installed.' }),
      ['The extension must first be installed', 'Install pgvector'],
    ],
    [
      'a certificate of one’s own',
      failed('self-signed certificate', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
      ['not trusted', 'sslrootcert='],
    ],
    ['no TLS', failed('The server does not support SSL connections'), ['sslmode=disable']],
    [
      'a missing file',
      failed("ENOENT: no such file or directory, open '/ca.pem'", { code: 'ENOENT' }),
      ['/ca.pem', 'is not there'],
    ],
    [
      'a closed port',
      failed('connect ECONNREFUSED 10.0.0.1:5432', { code: 'ECONNREFUSED' }),
      ['db.example.com:5432/agency can’t be reached', 'DATABASE_URL names the right host'],
    ],
    [
      'a name with several addresses',
      Object.assign(new AggregateError([failed('connect ECONNREFUSED ::1:5432')]), { code: 'ECONNREFUSED' }),
      ['ECONNREFUSED ::1:5432'],
    ],
    [
      'a search path through a pooler',
      failed('unsupported startup parameter: options', { code: '08P01' }),
      ['refuses how the server connects', 'ALTER ROLE "kag" SET search_path'],
    ],
    [
      'a pooler that takes no date style',
      failed('unsupported startup parameter: DateStyle', { code: '08P01' }),
      ['must let DateStyle, TimeZone'],
    ],
    [
      'a pooler that keeps it waiting',
      failed('query_wait_timeout', { code: '08P01' }),
      ['no connection free', 'default_pool_size'],
    ],
    [
      'a database that a pooler does not find',
      failed('database "agency" does not exist', { code: '08P01' }),
      ['the pooler knows the user and the database'],
    ],
    [
      'anything else that a pooler says',
      failed('server login has been failing', { code: '08P01' }),
      ['server login has been failing', 'log of the pooler'],
    ],
    [
      'anything else that PostgreSQL says',
      failed('relation "x" does not exist', { code: '42P01', hint: 'Perhaps y.' }),
      ['PostgreSQL refuses: relation "x" does not exist. Perhaps y.'],
    ],
    [
      'what TypeORM makes of one',
      failed('x', { driverError: failed('password authentication failed', { code: '28P01' }) }),
      ['does not let the role kag in'],
    ],
  ])('is told with its cure: %s', (_what, error, parts) => {
    for (const part of parts) expect(textOf(error)).toContain(part);
    expect(textOf(error)).not.toContain('hidden');
  });

  it('is not made of a fault of the server’s own', () => {
    expect(databaseFailure(new TypeError('x is not a function'), URL)).toBeNull();
    expect(databaseFailure(failed('listen EADDRINUSE', { code: 'EADDRINUSE' }), URL)).toBeNull();
    expect(databaseFailure('words', URL)).toBeNull();
  });
});
