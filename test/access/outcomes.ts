import { reaches, ROLES, type Role } from '../../src/http/index.js';
import type { Expectation, Outcome, Outcomes } from './expectations.js';

/** What a request is about: only what is ours, what is theirs, or our project with an id of theirs. */
export const TARGETS = ['ours', 'theirs', 'their id here'] as const;
export type Target = (typeof TARGETS)[number];

/** Targets that make a difference to a route. */
export function targetsOf({ needs, project, names, theirs }: Expectation): Target[] {
  if (needs === 'public' && !names) return ['ours'];
  if (!project && !names && !theirs) return ['ours'];
  return project === 'active' && names ? [...TARGETS] : ['ours', 'theirs'];
}

/**
 * What must become of each caller's request, by the rules of roles: a role counts in its own account scope only, and
 * what belongs to other scopes is not there. A caller whose role is too low everywhere is told so, and learns nothing.
 */
export function outcomesOf(expectation: Expectation, target: Target): Outcomes {
  const { needs, ours, theirs } = expectation;
  if (needs === 'public') return ['in', 'in', 'in', 'in', 'in'];
  const said = target === 'ours' ? ours : target === 'theirs' ? theirs : undefined;
  if (said) return said;
  const [viewer, operator, admin] = ROLES.map((role) => outcome(expectation, target, role, role));
  const guest = outcome(expectation, target, 'viewer', 'admin');
  return [401, viewer ?? 403, operator ?? 403, admin ?? 403, guest];
}

/**
 * @param here the caller's role in our scope;
 * @param anywhere their highest role
 */
function outcome({ needs, project }: Expectation, target: Target, here: Role, anywhere: Role): Outcome {
  if (needs === 'public') return 'in';
  const judged = target === 'theirs' || !project ? anywhere : here;
  if (!reaches(judged, needs)) return 403;
  return target === 'ours' ? 'in' : 404;
}
