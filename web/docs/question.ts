import type { SessionState } from '../client/session.js';
import type { Question } from '../shared/confirm-dialog.js';
import { projectInBody } from './named-project.js';
import type { RouteMarks } from '../client/route-marks.js';

/** What was entered for a request, as Swagger UI keeps it: parameters by `in.name`, such as `path.id`. */
export interface Entered {
  method: string;
  path: string;
  parameters: Record<string, unknown>;
  body: unknown;
}

/**
 * The question before a request that a person should think about: what is sent, what that does, and to which project.
 */
export function questionBefore(marks: RouteMarks, entered: Entered, session: SessionState): Question {
  const { method, path, parameters } = entered;
  const filled = path.replace(/\{(\w+)\}/g, (whole, name: string) => text(parameters[`path.${name}`]) ?? whole);
  const project = projectConcerned(marks, entered, session);
  return {
    title: `Send ${method.toUpperCase()} ${filled}?`,
    text: [marks.confirm ?? '', ...(project === null ? [] : [`Project: ${project}`])],
    yes: 'Send',
  };
}

function projectConcerned(
  marks: RouteMarks,
  { path, parameters, body }: Entered,
  session: SessionState,
): string | null {
  if (session.phase !== 'signed_in') return null;
  const named = text(parameters['query.project_id']) ?? projectInBody(body);
  const id = marks.project
    ? (named ?? session.activeProjectId)
    : path.startsWith('/projects/{id}')
      ? text(parameters['path.id'])
      : null;
  return session.projects.find((project) => project.id === id)?.name ?? id;
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
