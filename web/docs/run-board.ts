import type { Api } from '../client/api.js';
import { followRun, type SeenRun } from '../client/follow-run.js';
import { hasEnded, runText, type Run } from '../client/run.js';
import { Store } from '../client/store.js';

/** The last run that each route of the page has started, followed to its end. */
export class RunBoard {
  readonly seen = new Store<ReadonlyMap<string, SeenRun>>(new Map());
  private readonly followed = new Map<string, AbortController>();

  constructor(
    private readonly api: Api,
    private readonly announce: (text: string) => void,
  ) {}

  /** Follows the run in place of the one that the route had started before. */
  follow(route: string, run: Run, projectId: string | null, joined: boolean): void {
    this.followed.get(route)?.abort();
    const stop = new AbortController();
    this.followed.set(route, stop);
    this.announce(joined ? `${run.job_type} runs already: its run is followed.` : `${run.job_type} is started.`);
    const see = (seen: SeenRun) => {
      this.seen.set(new Map(this.seen.get()).set(route, seen));
      // Beginning and end only: each step would drown everything else that a screen reader says.
      if (hasEnded(seen.run)) this.announce(`${seen.run.job_type} ${runText(seen.run)}.`);
      else if (seen.trouble) this.announce(`${seen.run.job_type}: ${seen.trouble}`);
    };
    void followRun(this.api, run, projectId, see, stop.signal);
  }
}

/** By which a route's run is found again. */
export const routeKey = (method: string, path: string): string => `${method.toLowerCase()} ${path}`;
