import { anyObject, mapOf, named, NEXT_CURSOR, oneOf, orNull } from '../../http/index.js';
import { CHECK_STATUSES, SECTIONS, type SectionId } from './domain/diagnosis.js';

const PROJECT_ID = '0e3cf6d8-5a86-4f43-8f0b-8f9f2a4f6c01';
const SECTION_IDS = Object.keys(SECTIONS) as SectionId[];
const section = oneOf(SECTION_IDS, 'checklist');

const STEP = named('RemedyStep', {
  method: orNull(oneOf(['GET', 'POST', 'PUT', 'PATCH'], 'POST')),
  path: orNull(`/connectors/chatwoot/sync?project_id=${PROJECT_ID}`),
  body: orNull(anyObject({}), null),
  set: orNull(mapOf({ CHATWOOT_API_TOKEN: '<new token>' }), null),
  run: orNull('npm run migrate', null),
  note: 'Frees it and goes on where it was.',
});

const STUCK = {
  title: 'A connector is stuck',
  observed: 'chatwoot is marked as running; its last sign of life was 40 minutes ago.',
};

const CHECK = named('Check', {
  id: 'stuck_connectors',
  title: STUCK.title,
  status: oneOf(CHECK_STATUSES, 'fail'),
  observed: STUCK.observed,
  expected: 'A sync that is marked as running has a live run.',
  remedy: [STEP],
  because_of: orNull('vendor_token', null),
});

const COUNTS = { fail: 1, warn: 0, ok: 42, skipped: 1 };
const PROJECT = { id: PROJECT_ID, name: 'Northwind shop' };

const VERDICT = named('Verdict', {
  status: oneOf(['ok', 'warn', 'fail'], 'fail'),
  first_cause: orNull(
    named('FirstCause', {
      check: 'stuck_connectors',
      section,
      title: STUCK.title,
      status: oneOf(['warn', 'fail'], 'fail'),
      observed: STUCK.observed,
      remedy: [STEP],
    }),
  ),
  counts: COUNTS,
});

/** A diagnosis with one trouble, for the documentation; the sections after the first are left out. */
export const DIAGNOSIS_EXAMPLE = {
  project: PROJECT,
  generated_at: '2026-02-03T10:20:00.000Z',
  verdict: VERDICT,
  sections: [
    {
      id: section,
      title: SECTIONS.checklist.en,
      status: oneOf(CHECK_STATUSES, 'fail'),
      checks: [CHECK],
    },
  ],
};

export const DIAGNOSES_EXAMPLE = {
  projects: [{ project: PROJECT, generated_at: '2026-02-03T10:20:00.000Z', verdict: VERDICT }],
  causes: [
    {
      check: 'stuck_connectors',
      title: STUCK.title,
      status: oneOf(['warn', 'fail'], 'fail'),
      projects: [PROJECT],
    },
  ],
  next_cursor: NEXT_CURSOR,
};
