import type { Act, Deed } from './story.js';

/** What is planned and built in Linear. */

const DAY = 86_400_000;

/** A new issue, in the cycle that runs. */
const opensIssue =
  (title: string, description: string | null = null): Deed =>
  ({ worlds: { linear }, issues, cycles, teamId, userId }) => {
    const cycleId = cycles.latest === undefined ? null : cycles.id(cycles.latest);
    const { id } = linear.addIssue({ team: teamId, title, state: 'Todo', assigneeId: userId, cycleId, description });
    issues.add(title, id);
  };

const moves =
  (state: string) =>
  (title: string): Deed =>
  ({ worlds, issues }) =>
    void worlds.linear.moveToState(issues.id(title), state);

const starts = moves('In Progress');
export const finishes = moves('Done');
export const cancels = moves('Canceled');
/** Held up by something outside: the state says so, no other issue does. */
export const stalls = moves('Blocked');

export const blocks =
  (blocker: string, blocked: string): Deed =>
  ({ worlds, issues }) =>
    void worlds.linear.block(issues.id(blocker), issues.id(blocked));

export const comments =
  (title: string, body: string): Deed =>
  ({ worlds, issues, userId }) =>
    void worlds.linear.addComment({ issue: issues.id(title), body, userId });

/** An issue's whole life: opened, started and done on these days; only opened, or only started, with fewer of them. */
export const issue = (
  title: string,
  [opened, started, done]: readonly [opened: number, started?: number, done?: number],
  description?: string,
): Act[] => [
  [opened, 9.5, opensIssue(title, description)],
  ...(started === undefined ? [] : [[started, 10.5, starts(title)] as const]),
  ...(done === undefined ? [] : [[done, 16.5, finishes(title)] as const]),
];

export const beginsCycle =
  (name: string, days: number): Deed =>
  ({ worlds: { linear }, cycles, teamId }) => {
    const startsAt = new Date(linear.now()).toISOString();
    const endsAt = new Date(linear.now() + days * DAY).toISOString();
    cycles.add(name, linear.addCycle({ team: teamId, name, startsAt, endsAt }).id);
  };

export const completesCycle =
  (name: string): Deed =>
  ({ worlds, cycles }) =>
    void worlds.linear.completeCycle(cycles.id(name));

/** Cycles one after the other, each completed when the next one begins; the last one goes on. */
export const cycles = (word: string, days: number, begin: readonly number[]): Act[] =>
  begin.flatMap((day, index): Act[] => {
    const name = `${word} ${index + 1}`;
    const next = begin[index + 1];
    return [
      [day, 8, beginsCycle(name, days)],
      ...(next === undefined ? [] : [[next, 7.5, completesCycle(name)] as const]),
    ];
  });
