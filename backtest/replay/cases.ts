import { CasePool, type CaseWindow } from '../../src/similarity/domain/case-pool.js';
import type { CaseContext } from '../../src/similarity/domain/context.js';
import { signatureOf } from '../../src/similarity/domain/signature.js';
import { dayText, endOf } from '../worlds/calendar.js';
import type { DatedOutcome, ReplayedProject } from './product.js';

const WINDOW_DAYS = 14;
const CASES = 5;
const MOST_OUTCOMES = 8;
const CONTEXT: CaseContext = { project_type: 'delivery', budget_band: 'xs', deal_stage: 'won' };

export interface ReplayedCase {
  similarity_score: number;
  outcomes_seen: (DatedOutcome & { outcome_type: string })[];
}

/** Similar cases as the product finds them: signatures of past weeks are kept, and new ones are taken each week. */
export class Cases {
  private readonly windows: CaseWindow[] = [];
  private found = new Map<string, { id: string; score: number }[]>();

  constructor(private readonly projects: ReadonlyMap<string, ReplayedProject>) {}

  /** Takes the signatures of the windows that end on this day. */
  refresh(day: number): void {
    for (const [project_id, project] of this.projects) {
      const signature = signatureOf(
        WINDOW_DAYS,
        new Date(endOf(day)),
        project.numbers,
        project.pairs(day, WINDOW_DAYS),
        () => CONTEXT,
      );
      if (signature) this.windows.push({ ...signature, project_id, window_end: dayText(day) });
    }
    const pool = new CasePool(this.windows);
    this.found = new Map(
      [...this.projects.keys()].map((id) => [
        id,
        pool.top(id, CASES).map(({ score, window }) => ({ id: window.project_id, score })),
      ]),
    );
  }

  /** The project's cases with what is known of them by now. */
  of(projectId: string): ReplayedCase[] {
    return (this.found.get(projectId) ?? []).map(({ id, score }) => ({
      similarity_score: score,
      outcomes_seen: this.projects.get(id)?.outcomes.slice(0, MOST_OUTCOMES) ?? [],
    }));
  }
}
