import type { NewEvent } from '../../kag-events/index.js';
import type { RowChange } from '../core/contract.js';
import { issueEvents } from '../kit/issue-events.js';
import { stageEvents } from '../kit/stage-events.js';
import { isByMachine } from './machines.js';
import { LINEAR_CYCLES, LINEAR_ISSUES } from './tables.js';

const names = (id: string) => ({ event: { source_linear_issue_id: id }, evidence: { linear_issue_id: id } });
const issues = { table: LINEAR_ISSUES, names, isByMachine };

/** Issues tell what becomes of them, cycles are stages of the team's work. */
export function linearEvents(change: RowChange, historyDays: number): NewEvent[] {
  const telling = { source: 'linear', historyDays } as const;
  if (change.table === LINEAR_CYCLES.table)
    return stageEvents(change, { ...telling, table: LINEAR_CYCLES, called: 'Cycle' });
  return change.table === LINEAR_ISSUES.table ? issueEvents(change, { ...telling, ...issues }) : [];
}
