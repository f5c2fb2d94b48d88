/** What is stored, as jobs speak of what they read and write; docs/contract/jobs.md names the tables of each. */
export const AREAS = [
  'projects',
  'sources',
  'records',
  'syncs',
  'errors',
  'webhooks',
  'chunks',
  'events',
  'signals',
  'days',
  'onsets',
  'signatures',
  'forecasts',
  'recommendations',
  'actions',
  'digests',
  'runs',
  'people',
  'tokens',
  'audit',
] as const;
export type Area = (typeof AREAS)[number];
