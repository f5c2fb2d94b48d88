import { expect } from '@jest/globals';
import { expected, mirrored } from '../support/linear-expectation.js';
import type { Mirror } from '../support/mirror.js';
import type { LinearWorld } from '../../sandbox/sandbox.js';
import type { Witness } from './random-histories.js';

/** What has to come of a history of a Linear workspace. */
export class LinearWitness implements Witness {
  /** Issues that a sync had before it. */
  private readonly seen = new Set<string>();
  /** Moments at which issues were completed. */
  private readonly completions = new Map<string, Set<string>>();

  constructor(
    private readonly world: LinearWorld,
    private readonly mirror: Mirror,
  ) {}

  changed(): void {
    for (const { id, completedAt } of this.world.tables.issue.values()) {
      const known = this.completions.get(id) ?? new Set();
      if (completedAt !== null) known.add(completedAt);
      this.completions.set(id, known);
    }
  }

  synced(): void {
    for (const { id, archivedAt, teamId } of this.world.tables.issue.values())
      if (archivedAt === null && this.isOurs(teamId)) this.seen.add(id);
    for (const id of this.seen) expect([id, this.mirror.eventsOf('issue_created', id).length]).toEqual([id, 1]);
  }

  /** One sync finds what has a date; what goes without a trace, only the daily comparison finds. */
  async settle(): Promise<void> {
    await this.mirror.sync();
    this.synced();
    await this.mirror.reconcile();
  }

  check(): void {
    const { world, mirror } = this;
    if (this.narrow) {
      const { issues, comments, relations } = expected(world, (team) => this.isOurs(team));
      expect(mirrored(mirror)).toMatchObject({ issues, comments, relations });
    } else expect(mirrored(mirror)).toEqual(expected(world));
    this.checkIssues();
    this.checkCycles();
  }

  private get narrow(): boolean {
    return 'team_ids' in this.mirror.of.source.filter;
  }

  private isOurs(teamId: string): boolean {
    return !this.narrow || this.world.tables.teamBy('DEV').id === teamId;
  }

  private checkIssues(): void {
    const { mirror } = this;
    const events = [...mirror.log.values()];
    for (const row of mirror.rows('linear_issues_raw')) {
      const id = String(row['id']);
      const own = events.filter(({ source_ref }) => source_ref === id);
      const of = (type: string) => own.filter(({ event_type }) => event_type === type);
      expect([id, of('issue_created').length <= 1]).toEqual([id, true]);
      const moments = of('issue_completed').map(({ occurred_at }) => occurred_at.toISOString());
      expect([id, moments.filter((at) => !this.completions.get(id)?.has(at))]).toEqual([id, []]);
      const live = row['deleted_at'] === null;
      if (live && row['state_type'] === 'completed') expect([id, moments.length > 0]).toEqual([id, true]);

      const blocking = own.filter(({ event_type }) => BLOCKING.has(event_type));
      const inOrder = [...blocking].sort((a, b) => a.occurred_at.getTime() - b.occurred_at.getTime());
      expect(inOrder).toEqual(blocking);
      const blocked = live && row['blocked'] === true;
      expect([id, own, blocking.at(-1)?.event_type === 'issue_blocked']).toEqual([id, own, blocked]);
    }
  }

  private checkCycles(): void {
    for (const cycle of this.world.tables.list('cycle')) {
      const { id, startsAt, endsAt, completedAt } = cycle;
      if (!this.isOurs(cycle.teamId)) continue;
      const own = [...this.mirror.log.values()].filter(({ source_ref }) => source_ref === id);
      const last = own.at(-1);
      if (Date.parse(startsAt) > this.world.now()) expect([id, own]).toEqual([id, []]);
      else if (completedAt !== null) {
        expect([id, last?.event_type]).toEqual([id, 'stage_completed']);
        expect(own.filter(({ event_type }) => event_type === 'stage_completed')).toHaveLength(1);
      } else expect([last?.event_type, last?.payload['due_at']]).toEqual(['stage_started', endsAt]);
    }
  }
}

const BLOCKING = new Set(['issue_blocked', 'issue_unblocked', 'issue_completed']);
