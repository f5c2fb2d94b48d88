/** Why a message was not taken, as far as that tells what to do. */
export type Fault = 'host' | 'private' | 'plain' | 'key' | 'address' | 'down' | 'mail' | 'other';

const FAULTS: readonly (readonly [RegExp, Fault])[] = [
  [/not among the hosts/i, 'host'],
  [/into a private/i, 'private'],
  [/without TLS/i, 'plain'],
  [/SECRETS_KEY/, 'key'],
  [/^answered [34]\d\d/i, 'address'],
  [/^answered 5\d\d|no answer/i, 'down'],
  [/\b5\d\d\b/, 'mail'],
];

/** @param error the server's words, in English */
export const faultOf = (error: string): Fault => FAULTS.find(([words]) => words.test(error))?.[1] ?? 'other';
