import { ApiProblem } from '../client/api-problem.js';
import type { RecommendationChange, WantedBody } from '../client/published.js';
import { Store } from '../client/store.js';
import type { Decisions } from './decisions.js';
import { neighbourOf, type Kept } from './models/kept.js';
import { isPossible, type Kind } from './models/moves.js';
import type { Outcome } from './models/outcome.js';
import type { Recommendation } from './models/recommendation.js';
import type { News } from './ui.js';

/** What a person is about to do, and what became of what they did. */
export interface Work {
  selected: ReadonlySet<string>;
  /** Those that somebody else changed meanwhile, and who did. */
  stale: ReadonlyMap<string, RecommendationChange | null>;
  kept: readonly Kept[];
  news: News | null;
}

/** What the work is done on. */
export interface Surroundings {
  me: () => string;
  rows: () => readonly Recommendation[];
  refresh: () => Promise<void>;
  wanted: (kind: Kind, rows: readonly Recommendation[]) => Promise<WantedBody | null>;
  /** Moves the focus to one of these where what had it has gone, the first that is there. */
  refocus: (ids: readonly string[]) => void;
  /** The session has ended. */
  signedOut: () => void;
}

const NONE: Work = { selected: new Set(), stale: new Map(), kept: [], news: null };

/** Works the list off: selects, acts, takes back, and keeps in sight what somebody else was quicker with. */
export class Worklist {
  readonly state = new Store<Work>(NONE);

  constructor(
    private readonly decisions: Decisions,
    private readonly around: Surroundings,
  ) {}

  select(ids: readonly string[], selected: boolean): void {
    const next = new Set(this.state.get().selected);
    for (const id of ids) {
      if (selected) next.add(id);
      else next.delete(id);
    }
    this.set({ selected: next });
  }

  /** Begins again with another list; what became of the last action stays, so that it can be taken back. */
  leaveList(): void {
    this.set({ ...NONE, news: this.state.get().news });
  }

  /** Forgets everything, for another person. */
  clear(): void {
    this.state.set(NONE);
  }

  tell(news: News | null): void {
    this.set({ news });
  }

  /** The person has seen how it is now, and leaves it so. */
  async leaveStale(id: string): Promise<void> {
    const before = this.around.rows();
    this.drop([id]);
    await this.around.refresh();
    this.around.refocus([id, neighbourOf(before, new Set([id])) ?? '']);
  }

  async act(kind: Kind, rows: readonly Recommendation[]): Promise<void> {
    if (this.isSaving()) return;
    const fit = rows.filter((one) => isPossible(kind, one, this.around.me()));
    if (fit.length === 0) return;
    const wanted = await this.around.wanted(kind, fit);
    if (wanted) await this.save(() => this.decisions.decide(kind, fit, wanted));
  }

  /** Takes the last action back. */
  async undo(): Promise<void> {
    const { news } = this.state.get();
    if (news?.phase !== 'saved' || !canUndo(news.outcome)) return;
    await this.save(() => this.decisions.undo(news.outcome.changed));
  }

  private async save(work: () => Promise<Outcome>): Promise<void> {
    if (this.isSaving()) return;
    this.set({ news: { phase: 'saving' } });
    try {
      await this.follow(await work());
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.code === 'unauthorized') this.around.signedOut();
      this.set({ news: { phase: 'failed', problem, again: () => this.save(work) } });
    }
  }

  private async follow(outcome: Outcome): Promise<void> {
    const before = this.around.rows();
    const { stale } = outcome;
    const changed = new Set(outcome.changed.map(({ id }) => id));
    const who = await Promise.all(stale.map(({ id }) => this.decisions.lastChange(id)));
    this.drop([...changed]);
    this.keep(stale, who, before);
    this.set({ news: { phase: 'saved', outcome } });
    await this.around.refresh();
    this.around.refocus([...stale.map(({ id }) => id), ...changed, neighbourOf(before, changed) ?? '']);
  }

  private keep(
    stale: readonly Recommendation[],
    who: readonly (RecommendationChange | null)[],
    before: readonly Recommendation[],
  ) {
    const work = this.state.get();
    const ids = new Set(stale.map(({ id }) => id));
    this.set({
      stale: new Map([...work.stale, ...stale.map(({ id }, n) => [id, who[n] ?? null] as const)]),
      kept: [
        ...work.kept.filter(({ recommendation: { id } }) => !ids.has(id)),
        ...stale.map((recommendation) => ({
          recommendation,
          place: Math.max(
            0,
            before.findIndex(({ id }) => id === recommendation.id),
          ),
          newerThan: before.find(({ id }) => id === recommendation.id)?.version ?? null,
        })),
      ],
    });
  }

  /** Neither selected nor kept in sight any longer. */
  private drop(ids: readonly string[]): void {
    const { selected, stale, kept } = this.state.get();
    this.set({
      selected: new Set([...selected].filter((id) => !ids.includes(id))),
      stale: new Map([...stale].filter(([id]) => !ids.includes(id))),
      kept: kept.filter(({ recommendation: { id } }) => !ids.includes(id)),
    });
  }

  private isSaving = (): boolean => this.state.get().news?.phase === 'saving';

  private set(change: Partial<Work>): void {
    this.state.set({ ...this.state.get(), ...change });
  }
}

export const canUndo = ({ kind, changed }: Outcome): boolean => kind !== 'undo' && changed.length > 0;
