import type { Api } from '../client/api.js';
import type { Recommendation as Whole, RecommendationChange } from '../client/published.js';
import { Store } from '../client/store.js';
import { evidencePath, type Evidence } from './models/evidence.js';

/** What is known of one whose details somebody opened. */
export type Details =
  | { phase: 'loading' }
  | { phase: 'failed'; problem: unknown }
  /** `quotesProblem`: why the words of the evidence are not there; null: they are. */
  | {
      phase: 'there';
      whole: Whole;
      quotes: Evidence[];
      quotesProblem: unknown;
      history: readonly RecommendationChange[];
    };

/** Message and evidence of what somebody opened, in the project's language, and what they have made of the messages. */
export class DetailsBook {
  readonly opened = new Store<ReadonlyMap<string, Details>>(new Map());
  private readonly drafts = new Map<string, string>();
  /** Grows with each person. */
  private reader = 0;

  constructor(private readonly api: Api) {}

  /** Fetches them; what is there stays in sight meanwhile. */
  async open(id: string): Promise<void> {
    const { reader } = this;
    const set = (details: Details) => {
      if (reader === this.reader) this.opened.set(new Map(this.opened.get()).set(id, details));
    };
    if (this.opened.get().get(id)?.phase !== 'there') set({ phase: 'loading' });
    try {
      const path = `recommendations/${encodeURIComponent(id)}`;
      const { recommendation: whole } = await this.api.get<'getRecommendation'>(path);
      const [words, history] = await Promise.all([this.quotes(whole), this.history(path)]);
      set({ phase: 'there', whole, ...words, history });
    } catch (problem) {
      set({ phase: 'failed', problem });
    }
  }

  /** The message as the person has left it; null: there is none yet. */
  messageOf(id: string): string | null {
    const details = this.opened.get().get(id);
    return this.drafts.get(id) ?? (details?.phase === 'there' ? details.whole.suggested_template : null);
  }

  isEdited(id: string): boolean {
    return this.drafts.has(id);
  }

  /** Keeps an edited message; null: the original again. */
  edit(id: string, text: string | null): void {
    const details = this.opened.get().get(id);
    const original = details?.phase === 'there' ? details.whole.suggested_template : null;
    if (text === null || text === original) this.drafts.delete(id);
    else this.drafts.set(id, text);
    this.opened.set(new Map(this.opened.get()));
  }

  /** Forgets all of it, for another person. */
  clear(): void {
    this.reader++;
    this.drafts.clear();
    this.opened.set(new Map());
  }

  /** None where it can't be had: all else is of use without it. */
  private async history(path: string): Promise<readonly RecommendationChange[]> {
    try {
      return (await this.api.get<'listRecommendationHistory'>(`${path}/history`)).history;
    } catch {
      return [];
    }
  }

  private async quotes({ project_id, evidence_refs }: Whole): Promise<{ quotes: Evidence[]; quotesProblem: unknown }> {
    if (evidence_refs.length === 0) return { quotes: [], quotesProblem: null };
    try {
      const { evidence } = await this.api.get<'openEvidence'>(evidencePath(project_id, evidence_refs));
      return { quotes: evidence, quotesProblem: null };
    } catch (quotesProblem) {
      // Message and links are of use without the words.
      return { quotes: [], quotesProblem };
    }
  }
}
