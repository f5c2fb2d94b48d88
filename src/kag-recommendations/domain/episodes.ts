import { STAYS, type Assessed } from './causes/assess.js';
import { isPutAway, type ReopenedReason, type Resolution, type Status } from './lifecycle.js';
import { type Category, RULES } from './recommendation.js';
import { mayOpenAgain, type PastEpisode, worseThan } from './restraint.js';

/** Working days for which a reason has to be gone before its episode is over. */
export const GONE_DAYS = 2;

/** An episode that is not over, with its recommendation's state. */
export interface OpenEpisode {
  id: string;
  category: Category;
  status: Status;
  resolution: Resolution | null;
  /** The day on which a snoozed one comes back, `YYYY-MM-DD`. */
  snoozed_until: string | null;
  /** As it was when a person put it away; null: no person has. */
  settled_strength: number | null;
  /** Since when the reason is gone; null: it holds. */
  condition_gone_since: Date | null;
}

/** What is known of a project's episodes. */
export interface Lives {
  open: readonly OpenEpisode[];
  /** Of each category that has any the latest that is over. */
  past: ReadonlyMap<Category, PastEpisode>;
  /** What each category needs to open, where false alarms have raised it. */
  raised: ReadonlyMap<Category, number>;
}

/** The moment, and how the project counts its days. */
export interface Moment {
  now: Date;
  /** Its day, `YYYY-MM-DD`. */
  today: string;
  workingDaysSince: (time: Date) => number;
}

export interface EpisodeSteps {
  begin: Assessed[];
  /** The reason holds, still or again; `reopened`: it was put away, and is to be looked at again. */
  goOn: { episode: OpenEpisode; assessed: Assessed; reopened: ReopenedReason | null }[];
  /** The reason does not hold just now. */
  pause: OpenEpisode[];
  /** It has been gone long enough, or the project is over. What no person has taken up expires. */
  end: { episode: OpenEpisode; status: Status }[];
}

/**
 * What becomes of a project's episodes, where this holds now.
 * @param ended the project is over: nothing is waited for
 */
export function stepsOf(holding: readonly Assessed[], lives: Lives, moment: Moment, ended = false): EpisodeSteps {
  const steps: EpisodeSteps = { begin: [], goOn: [], pause: [], end: [] };
  const found = new Map(holding.map((one) => [one.category, one]));
  for (const episode of lives.open) {
    const { condition_gone_since: since } = episode;
    const assessed = found.get(episode.category);
    // Over is over: a reason that comes back after its days is a new episode, even if no refresh came meanwhile.
    const over = ended || (since !== null && moment.workingDaysSince(since) >= GONE_DAYS);
    if (over) steps.end.push({ episode, status: statusAtEnd(episode.status, ended) });
    else if (assessed && needed(assessed, lives) * STAYS <= assessed.strength)
      steps.goOn.push({ episode, assessed, reopened: reopenedBy(episode, assessed, moment) });
    else if (since === null) steps.pause.push(episode);
  }
  const over = new Set(steps.end.map(({ episode }) => episode));
  const open = lives.open.filter((one) => !over.has(one));
  steps.begin = holding.filter((one) => begins(one, open, over, lives, moment));
  return steps;
}

const needed = ({ category }: Assessed, { raised }: Lives): number => raised.get(category) ?? 1;

function begins(
  one: Assessed,
  open: readonly OpenEpisode[],
  over: ReadonlySet<OpenEpisode>,
  lives: Lives,
  { now }: Moment,
): boolean {
  const { category, strength } = one;
  if (strength < needed(one, lives) || open.some((other) => other.category === category)) return false;
  const stays = ({ category: other, status }: OpenEpisode) =>
    RULES[category].yields_to.includes(other) && !isPutAway(status);
  if (open.some(stays)) return false;
  if ([...over].some((other) => other.category === category)) return false;
  const past = lives.past.get(category);
  return !past || mayOpenAgain(past, strength, now);
}

/** A person's word stays; what a person has only taken up is over with its project. */
function statusAtEnd(status: Status, ended: boolean): Status {
  if (status === 'new' || status === 'snoozed') return 'expired';
  return ended && status === 'acknowledged' ? 'expired' : status;
}

function reopenedBy(episode: OpenEpisode, { strength }: Assessed, { today }: Moment): ReopenedReason | null {
  const { status, settled_strength: settled, snoozed_until: until } = episode;
  if (!isPutAway(status)) return null;
  if (settled !== null && strength >= worseThan(settled, episode.resolution)) return 'worse';
  return status === 'snoozed' && until !== null && until <= today ? 'snooze_over' : null;
}
