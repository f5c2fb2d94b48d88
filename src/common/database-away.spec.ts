import { databaseAway } from './database-away.js';

const failed = (facts: object, message = 'x') => Object.assign(new Error(message), facts);

describe('a database that is away', () => {
  it.each([
    ['a backend that was ended', failed({ code: '57P01' }), 'is shutting down or starting'],
    ['a start that is not over', failed({ code: '57P03' }), 'is shutting down or starting'],
    ['a role’s last connection', failed({ code: '53300' }), 'has no connection free'],
    ['a standby', failed({ code: '25006' }), 'is read-only at the moment'],
    ['a deadline', failed({ code: '57014' }), 'has ended a statement that took too long'],
    ['a changed password', failed({ code: '28P01' }), 'does not let the server in'],
    ['a closed port', failed({ code: 'ECONNREFUSED' }), 'does not answer'],
    ['what TypeORM makes of one', failed({ driverError: failed({ code: '57P01' }) }), 'is shutting down or starting'],
    ['a pooler that keeps it waiting', failed({ code: '08P01' }, 'query_wait_timeout'), 'has no connection free'],
    [
      'a pooler that is full',
      failed({ code: '08P01' }, 'no more connections allowed (max_client_conn)'),
      'has no connection free',
    ],
    ['a pooler that ends', failed({ code: '08P01' }, 'pgbouncer is shutting down'), 'is shutting down or starting'],
    ['what else a pooler says', failed({ code: '08P01' }, 'server conn crashed?'), 'has lost the connection'],
    ['a cut connection', failed({}, 'Connection terminated unexpectedly'), 'has lost the connection'],
    ['a pool that is used up', failed({}, 'timeout exceeded when trying to connect'), 'has no connection free'],
  ])('is told by %s', (_what, error, reason) => {
    expect(databaseAway(error)).toBe(reason);
  });

  it.each([
    ['a fault of ours', failed({ code: '42601' })],
    ['a value that is there already', failed({ code: '23505' })],
    ['a missing right', failed({ code: '42501' })],
    ['any other failure', new TypeError('x is not a function')],
    ['no error at all', undefined],
    ['a text', 'ECONNREFUSED'],
  ])('is not told by %s', (_what, error) => {
    expect(databaseAway(error)).toBeNull();
  });
});
