import { describe } from '@jest/globals';

/** The PostgreSQL server of TEST_DATABASE_URL; '' on the embedded database. */
export const SERVER = process.env['KAG_TEST_SERVER'] ?? '';

/**
 * What needs roles, settings or sessions of a server's own: skipped on the embedded database, which has none. Asked for
 * at each call: this module is loaded once for many files, and `describe` is each file's own.
 */
export const describeOnServer = (name: string, cases: () => void): void =>
  (SERVER === '' ? describe.skip : describe)(name, cases);
