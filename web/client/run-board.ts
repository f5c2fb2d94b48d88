import type { Api } from './api.js';
import { followRun, type SeenRun } from './follow-run.js';
import { hasEnded, runText, type Run } from './run.js';
import { ENGLISH_RUN, type RunWords } from './run-words.js';
import { Store } from './store.js';

/** The last run that each route or button of a page has started, followed to its end. */
export class RunBoard {
  readonly seen = new Store<ReadonlyMap<string, SeenRun>>(new Map());
  private readonly followed = new Map<string, AbortController>();

  constructor(
    private readonly api: Api,
    private readonly announce: (text: string) => void,
    private readonly words: () => RunWords = () => ENGLISH_RUN,
    private readonly nameOf: (jobType: string) => string = (jobType) => jobType,
  ) {}

  /** Follows the run in place of the one that `key` stood for before; resolves when it has ended or can't be seen. */
  follow(key: string, run: Run, projectId: string | null, joined: boolean): Promise<void> {
    this.followed.get(key)?.abort();
    const stop = new AbortController();
    this.followed.set(key, stop);
    const job = this.nameOf(run.job_type);
    this.announce(joined ? this.words().joined(job) : this.words().started(job));
    const see = (seen: SeenRun) => {
      this.seen.set(new Map(this.seen.get()).set(key, seen));
      // Beginning and end only: each step would drown everything else that a screen reader says.
      if (hasEnded(seen.run)) this.announce(`${job} ${runText(seen.run, 0, this.words())}.`);
      else if (seen.trouble) this.announce(`${job}: ${seen.trouble}`);
    };
    return followRun(this.api, run, projectId, see, stop.signal, this.words);
  }

  /** Ends the following of all of them and forgets them. */
  clear(): void {
    for (const stop of this.followed.values()) stop.abort();
    this.followed.clear();
    this.seen.set(new Map());
  }
}

/** By which a route's run is found again. */
export const routeKey = (method: string, path: string): string => `${method.toLowerCase()} ${path}`;
