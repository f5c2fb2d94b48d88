import type { Category } from './recommendation.js';
import type { Status } from './lifecycle.js';

/** For how long a condition has to be gone before its episode is over. */
const GONE_MS = 24 * 3_600_000;

/** An episode that is not over, with its recommendation's status. */
export interface OpenEpisode {
  id: string;
  category: Category;
  status: Status;
  /** Since when the condition does not hold; null: it holds. */
  condition_gone_since: Date | null;
}

export interface EpisodeSteps {
  begin: Category[];
  /** The condition holds, still or again. */
  goOn: OpenEpisode[];
  /** The condition does not hold just now. */
  pause: OpenEpisode[];
  /** It has been gone for 24 h. A recommendation that nobody has touched expires with it. */
  end: { episode: OpenEpisode; status: Status }[];
}

/** What becomes of a project's episodes, where these conditions hold now. */
export function stepsOf(holding: readonly Category[], open: readonly OpenEpisode[], now: Date): EpisodeSteps {
  const steps: EpisodeSteps = { begin: [], goOn: [], pause: [], end: [] };
  for (const episode of open) {
    const { category, status, condition_gone_since: since } = episode;
    // Over is over: a condition that comes back after its 24 h is a new episode, even if nobody has looked meanwhile.
    const over = since !== null && now.getTime() - since.getTime() >= GONE_MS;
    if (over) steps.end.push({ episode, status: status === 'new' ? 'expired' : status });
    else if (holding.includes(category)) steps.goOn.push(episode);
    else if (since === null) steps.pause.push(episode);
  }
  const goingOn = new Set(
    open.filter((one) => !steps.end.some(({ episode }) => episode === one)).map((one) => one.category),
  );
  steps.begin = holding.filter((category) => !goingOn.has(category));
  return steps;
}
