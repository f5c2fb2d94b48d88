import { type Check, type Diagnosis, SECTIONS, type SectionId } from './domain/diagnosis.js';

const PROJECT_ID = '0e3cf6d8-5a86-4f43-8f0b-8f9f2a4f6c01';
const STEP = {
  method: 'POST' as const,
  path: `/connectors/chatwoot/sync?project_id=${PROJECT_ID}`,
  body: null,
  set: null,
  run: null,
  note: 'Frees it and goes on where it was.',
};
const STUCK: Check = {
  id: 'stuck_connectors',
  title: 'No connector is stuck',
  status: 'fail',
  observed: 'chatwoot is marked as running, its last sign of life was 40 minutes ago.',
  expected: 'A sync that is marked as running has a live run.',
  remedy: [STEP],
  because_of: null,
};

/** A diagnosis with one trouble, for the documentation; of every section but the first the checks are left out. */
export const DIAGNOSIS_EXAMPLE: Diagnosis = {
  project: { id: PROJECT_ID, name: 'Northwind shop' },
  generated_at: '2026-02-03T10:20:00.000Z',
  verdict: {
    status: 'fail',
    first_cause: {
      check: STUCK.id,
      section: 'checklist',
      title: STUCK.title,
      status: 'fail',
      observed: STUCK.observed,
      remedy: [STEP],
    },
    counts: { fail: 1, warn: 0, ok: 42, skipped: 1 },
  },
  sections: (Object.keys(SECTIONS) as SectionId[]).map((id) => ({
    id,
    title: SECTIONS[id],
    status: id === 'checklist' ? 'fail' : 'ok',
    checks: id === 'checklist' ? [STUCK] : [],
  })),
};
