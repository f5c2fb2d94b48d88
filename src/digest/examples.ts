import { LOCALES } from '../common/locale.js';
import { decimal, named, oneOf, orNull } from '../http/index.js';
import { RISK_TYPES } from '../kag-forecast/index.js';
import { RESOLUTIONS } from '../kag-recommendations/index.js';
import { PROJECT_ID } from '../projects/index.js';
import { CHANGE_KINDS } from './domain/changes.js';
import { linkToAdvice, linkToProject } from './domain/links.js';

const RECOMMENDATION_ID = '6a1f0c52-94d7-4f0b-8a2e-1b7c9d3e5f60';
const PROJECT = named('DigestProject', { id: PROJECT_ID, name: 'Acme' });

const CHANGE = named('DigestChange', {
  project: PROJECT,
  kind: oneOf(CHANGE_KINDS, 'health_fell'),
  bad: true,
  words: 'Health fell by 12 points, to 51 of 100',
  link: linkToProject(PROJECT_ID, 'lines'),
  risk_type: orNull(oneOf(RISK_TYPES, 'client_risk'), null),
  recommendation_id: orNull(RECOMMENDATION_ID, null),
  title: orNull('Follow up: 4 working days without an answer', null),
  before: orNull(63),
  after: orNull(51),
  day: orNull('2026-02-07', null),
});

const ATTENTION = named('DigestAttention', {
  project: PROJECT,
  health: orNull(decimal(51)),
  reasons: [
    {
      words: 'Follow up: 4 working days without an answer',
      link: linkToAdvice(PROJECT_ID, RECOMMENDATION_ID, 'new'),
    },
  ],
});

const DONE = named('DigestDone', {
  project: PROJECT,
  recommendation_id: RECOMMENDATION_ID,
  what: oneOf(['done', 'dismissed'], 'done'),
  at: '2026-02-07T14:11:12.000Z',
  by: orNull('olga'),
  resolution: orNull(oneOf(RESOLUTIONS, 'prevented')),
  title: 'Answer the client: a question waits for 6 working hours',
  words: 'Done (olga): Answer the client: a question waits for 6 working hours',
  link: linkToAdvice(PROJECT_ID, RECOMMENDATION_ID, 'done'),
});

/** What a digest holds. */
export const DIGEST = {
  from: '2026-02-07',
  to: '2026-02-07',
  locale: oneOf(LOCALES, 'en'),
  title: 'Digest for 7 February',
  quiet: false,
  summary: '1 change, 1 project needs attention, 1 recommendation done or dismissed.',
  totals: { changes: 1, attention: 1, done: 1 },
  changes: [CHANGE],
  attention: orNull([ATTENTION]),
  done: [DONE],
};
