import { describe } from '@jest/globals';

/** The PostgreSQL server of TEST_DATABASE_URL; '' on the embedded database. */
export const SERVER = process.env['KAG_TEST_SERVER'] ?? '';

/** What needs roles, settings or sessions of a server's own: skipped on the embedded database, which has none. */
export const describeOnServer = SERVER === '' ? describe.skip : describe;
