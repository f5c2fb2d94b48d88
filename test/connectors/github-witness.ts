import { expect } from '@jest/globals';
import { expected, mirrored } from '../support/github-expectation.js';
import type { Mirror } from '../support/mirror.js';
import type { GithubWorld } from '../../sandbox/sandbox.js';
import type { Witness } from './random-histories.js';

const BLOCKING = new Set(['issue_blocked', 'issue_unblocked', 'issue_completed']);

/** What has to come of a history of GitHub's repositories. */
export class GithubWitness implements Witness {
  /** Issues that a sync had before it. */
  private readonly seen = new Set<string>();
  /** Moments at which issues were completed. */
  private readonly completions = new Map<string, Set<string>>();

  constructor(
    private readonly world: GithubWorld,
    private readonly mirror: Mirror,
  ) {}

  changed(): void {
    for (const name of this.world.names())
      for (const [number, { state_reason, closed_at }] of this.world.list(name, 'issues')) {
        const id = `${name}#${number}`;
        const known = this.completions.get(id) ?? new Set();
        if (state_reason === 'completed') known.add(new Date(String(closed_at)).toISOString());
        this.completions.set(id, known);
      }
  }

  synced(): void {
    for (const { id } of this.expectedOfOurs().issues as { id: string }[]) this.seen.add(id);
    for (const id of this.seen) expect([id, this.mirror.eventsOf('issue_created', id).length]).toEqual([id, 1]);
  }

  /** A sync that goes on where the first one stopped leaves what is gone to the next. */
  async settle(): Promise<void> {
    await this.mirror.sync();
    await this.mirror.sync();
    this.synced();
    await this.mirror.reconcile();
  }

  check(): void {
    expect(mirrored(this.mirror)).toEqual(this.expectedOfOurs());
    this.checkIssues();
    this.checkMilestones();
  }

  private checkIssues(): void {
    const events = [...this.mirror.log.values()];
    for (const row of this.mirror.rows('github_issues_raw')) {
      const id = String(row['id']);
      const own = events.filter(({ source_ref }) => source_ref === id);
      const of = (type: string) => own.filter(({ event_type }) => event_type === type);
      expect([id, of('issue_created').length]).toEqual([id, 1]);
      const moments = of('issue_completed').map(({ occurred_at }) => occurred_at.toISOString());
      expect([id, moments.filter((at) => !this.completions.get(id)?.has(at))]).toEqual([id, []]);
      const live = row['deleted_at'] === null;
      if (live && row['state_type'] === 'completed') expect([id, moments.length > 0]).toEqual([id, true]);
      const blocking = own.filter(({ event_type }) => BLOCKING.has(event_type));
      const blocked = live && row['blocked'] === true;
      expect([id, own, blocking.at(-1)?.event_type === 'issue_blocked']).toEqual([id, own, blocked]);
    }
  }

  private checkMilestones(): void {
    for (const { id, due, closed } of this.expectedOfOurs().milestones as Record<string, string | null>[]) {
      // An issue may have the same number.
      const own = [...this.mirror.log.values()].filter(
        ({ source_ref, event_type }) => source_ref === id && event_type.startsWith('stage_'),
      );
      const last = own.at(-1);
      if (due === null) expect([id, own]).toEqual([id, []]);
      else if (closed !== null) expect([id, last?.event_type]).toEqual([id, 'stage_completed']);
      else expect([last?.event_type, last?.payload['due_at']]).toEqual(['stage_started', iso(due)]);
    }
  }

  private expectedOfOurs() {
    const { repositories } = this.mirror.of.source.filter;
    return expected(this.world, Array.isArray(repositories) ? (repositories as string[]) : undefined);
  }
}

const iso = (time: string | null | undefined): string => new Date(String(time)).toISOString();
