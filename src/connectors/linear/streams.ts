import type { StreamSpec } from '../core/contract.js';
import * as tables from './tables.js';

/**
 * The lists of a workspace; what hangs on issues comes with them, and is looked for by itself where it changed alone.
 */
export const LINEAR_STREAMS: readonly StreamSpec[] = [
  { name: 'issues', tables: [tables.LINEAR_ISSUES], main: true },
  { name: 'comments', tables: [tables.LINEAR_COMMENTS] },
  { name: 'relations', tables: [tables.LINEAR_RELATIONS] },
  { name: 'teams', tables: [tables.LINEAR_TEAMS] },
  { name: 'users', tables: [tables.LINEAR_USERS] },
  { name: 'labels', tables: [tables.LINEAR_LABELS] },
  { name: 'states', tables: [tables.LINEAR_STATES] },
  { name: 'cycles', tables: [tables.LINEAR_CYCLES] },
  { name: 'projects', tables: [tables.LINEAR_PROJECTS] },
];
