import type { ListedProject } from '../../src/portfolio/domain/listed.js';

let made = 0;

/** A project of which nothing is known but what is given. */
export const listed = (given: Partial<ListedProject> = {}): ListedProject => ({
  id: `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`,
  name: 'Acme',
  account_scope_id: '00000000-0000-4000-8000-000000000000',
  locale: null,
  ended_on: null,
  over: false,
  leaving: false,
  as_of: null,
  last_activity_at: null,
  scores: {},
  risks: [],
  open: [],
  ...given,
});
