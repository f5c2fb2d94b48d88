import { describe, expect, it } from '@jest/globals';
import { stepsOf, type Known } from './steps.js';

const nothing: Known = { project: false, sources: [], sync: null };
const none = { reads_with: null };
const own = { reads_with: 'project' as const };
const synced = { status: 'succeeded' as const, result: { succeeded: 1, failed: 0 } };

describe('first steps', () => {
  it.each<[string, Known, string]>([
    ['nothing is there', nothing, 'now later later later'],
    ['a project is made', { ...nothing, project: true, sources: [none] }, 'done now later later'],
    ['a vendor is connected', { ...nothing, project: true, sources: [none, own] }, 'done done now later'],
    [
      'the sync goes on',
      { project: true, sources: [own], sync: { status: 'running', result: null } },
      'done done now later',
    ],
    [
      'no vendor could be read',
      { project: true, sources: [own], sync: { ...synced, result: { succeeded: 0, failed: 1 } } },
      'done done now later',
    ],
    ['it is read', { project: true, sources: [own], sync: synced }, 'done done done now'],
    ['the vendor is gone again', { project: true, sources: [none], sync: synced }, 'done now later later'],
  ])('%s', (_what, known, steps) => expect(Object.values(stepsOf(known)).join(' ')).toBe(steps));
});
