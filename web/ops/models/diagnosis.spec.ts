import { describe, expect, it } from '@jest/globals';
import { Format } from '../../shared/format.js';
import { TEXTS } from '../texts/index.js';
import { sectionViews, verdictView, type Diagnosis } from './diagnosis.js';

const { en, ru } = TEXTS;
const format = new Format('en', 'UTC');

describe('the diagnosis', () => {
  const check = (id: string, status: 'ok' | 'warn' | 'fail' | 'skipped', because: string | null = null) => ({
    id,
    title: `Title of ${id}`,
    status,
    observed: 'Seen.',
    expected: 'Wanted.',
    remedy: [],
    because_of: because,
  });
  const diagnosis: Diagnosis = {
    verdict: {
      status: 'fail',
      first_cause: {
        check: 'vendor_token',
        section: 'connector_sync',
        title: 'Title of vendor_token',
        observed: 'Refused.',
        status: 'fail',
        remedy: [],
      },
      counts: { fail: 2, warn: 0, ok: 21, skipped: 1 },
    },
    sections: [
      {
        id: 'connector_sync',
        title: 'A connector does not sync',
        status: 'fail',
        checks: [
          check('a_new_one', 'ok'),
          check('dead_letters', 'fail', 'vendor_token'),
          check('vendor_token', 'fail'),
        ],
      },
    ],
  };

  it('begins with the verdict, and leaves out what there is none of', () => {
    expect(verdictView(diagnosis, en, format)).toMatchObject({
      status: 'fail',
      headline: 'Something is wrong',
      counts: [
        { status: 'fail', text: '2 faults' },
        { status: 'ok', text: '21 OK' },
        { status: 'skipped', text: '1 skipped' },
      ],
      cause: { id: 'vendor_token', title: 'Title of vendor_token' },
    });
    expect(verdictView(diagnosis, ru, format).counts[0]?.text).toBe('2 сбоя');
  });

  it('shows trouble first, says what explains it, in the words of the server', () => {
    const [section] = sectionViews(diagnosis, ru, new Format('ru'));
    expect(section).toMatchObject({ title: 'A connector does not sync', summary: '2 сбоя, 1 в норме' });
    expect(section?.checks.map(({ title, because }) => [title, because?.title ?? null])).toEqual([
      ['Title of dead_letters', 'Title of vendor_token'],
      ['Title of vendor_token', null],
      ['Title of a_new_one', null],
    ]);
  });
});
