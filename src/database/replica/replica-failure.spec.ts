import pg from 'pg';
import { AppError } from '../../common/app-error.js';
import { replicaFailure } from './replica-failure.js';

const said = (code: string, message: string) =>
  Object.assign(new pg.DatabaseError(message, message.length, 'error'), { code });
const system = (code: string) => Object.assign(new Error(`connect ${code}`), { code });

describe('what a standby fails with', () => {
  it.each([
    ['conflict', said('40001', 'canceling statement due to conflict with recovery')],
    ['conflict', said('57014', 'canceling statement due to conflict with recovery')],
    ['conflict', said('40P01', 'canceling statement due to conflict with recovery')],
    ['conflict', said('57P01', 'terminating connection due to conflict with recovery')],
    ['slow', said('57014', 'canceling statement due to statement timeout')],
    ['slow', new Error('Query read timeout')],
    ['slow', new Error('timeout exceeded when trying to connect')],
    ['lost', said('57P01', 'terminating connection due to administrator command')],
    ['lost', said('57P03', 'the database system is not yet accepting connections')],
    ['lost', said('53300', 'sorry, too many clients already')],
    ['lost', said('28P01', 'password authentication failed for user "kag"')],
    ['lost', system('ECONNREFUSED')],
    ['lost', new Error('Connection terminated unexpectedly')],
    ['refused', said('25006', 'cannot execute INSERT in a read-only transaction')],
    ['refused', said('42P01', 'relation "what_the_primary_has_just_got" does not exist')],
    ['refused', said('22P02', 'invalid input syntax for type uuid')],
    ['refused', said('0A000', 'cannot access temporary or unlogged relations during recovery')],
    [null, new AppError('not_found', 'There is no such project')],
    [null, new TypeError('undefined is not a function')],
    [null, 'a text'],
  ])('%s', (expected, error) => {
    expect(replicaFailure(error)).toBe(expected);
  });
});
