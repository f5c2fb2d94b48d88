import { textOf, timeOf } from '../../../src/kag-signals/domain/domain-event.js';
import type { WorldEvent } from '../../worlds/narrate/scene.js';
import { workingDays } from './working-time.js';

/** Working days after which what is blocked has been parked: no one waits for it. */
const PARKED = 15;

/** What issues and cycles tell: what is blocked for how long, and how late the present cycle is. */
export class Work {
  private readonly blocked = new Map<string, number>();
  /** The cycle that began last: one that stays open is over when the next begins. */
  private stage: { id: string; due: number } | null = null;

  take(event: WorldEvent): void {
    const issue = textOf(event, 'issue_id');
    const stage = textOf(event, 'stage_id');
    if (issue !== null && event.type === 'issue_blocked' && !this.blocked.has(issue)) this.blocked.set(issue, event.at);
    if (issue !== null && (event.type === 'issue_unblocked' || event.type === 'issue_completed'))
      this.blocked.delete(issue);
    if (stage !== null && event.type === 'stage_started')
      this.stage = { id: stage, due: timeOf(event, 'due_at') ?? Infinity };
    if (event.type === 'stage_completed' && this.stage?.id === stage) this.stage = null;
  }

  measures(now: number) {
    const ages = [...this.blocked.values()].map((since) => workingDays(since, now)).filter((age) => age <= PARKED);
    return {
      open_blockers: ages.length,
      blockers_age: ages.length === 0 ? 0 : ages.reduce((sum, age) => sum + age, 0) / ages.length,
      stage_overdue: this.stage && this.stage.due < now ? workingDays(this.stage.due, now) : 0,
    };
  }
}
