import { messageOf } from './api-problem.js';
import { reaches, type Role, type SessionState } from './session.js';

/** What the document says about a route beside OpenAPI's own words. */
export interface RouteMarks {
  access: 'public' | Role;
  project: boolean;
  effect: string;
  trigger: string | null;
  confirm: string | null;
}

/** An OpenAPI document, as far as it is looked at here. */
export interface Document {
  paths: Record<string, Record<string, Record<string, unknown>>>;
}

export interface Route {
  method: string;
  /** As the document has it, with parameters in braces. */
  path: string;
  marks: RouteMarks;
}

/**
 * The marks of an operation of the document; an unknown one counts as public and harmless, the server decides anyway.
 */
export function marksOf(document: Document, method: string, path: string): RouteMarks {
  const operation = document.paths[path]?.[method] ?? {};
  return {
    access: (operation['x-kag-access'] as RouteMarks['access'] | undefined) ?? 'public',
    project: operation['x-kag-project'] === true,
    effect: textOf(operation['x-kag-effect']) ?? '',
    trigger: textOf(operation['x-kag-trigger']),
    confirm: textOf(operation['x-kag-confirm']),
  };
}

/** The route that answers this method and address, the most literal of several; null: no such route. */
export function routeAt(document: Document, method: string, pathname: string): Route | null {
  const lower = method.toLowerCase();
  const fitting = Object.keys(document.paths)
    .filter((path) => document.paths[path]?.[lower] !== undefined && fits(path, pathname))
    .sort((a, b) => parameters(a) - parameters(b));
  const [path] = fitting;
  return path === undefined ? null : { method: lower, path, marks: marksOf(document, lower, path) };
}

/** Why this person can't send it, with what to do about it; null when they can. */
export function obstacle(marks: RouteMarks, session: SessionState): string | null {
  if (marks.access === 'public') return null;
  switch (session.phase) {
    case 'loading':
      return 'Checking who is signed in …';
    case 'unreachable':
      return messageOf(session.problem);
    case 'signed_out':
      return `Log in at the top of the page first: this needs the role ${marks.access}.`;
    case 'unready':
      return session.lacks === 'second_factor' ? null : 'Change your password at the top of the page first.';
    case 'signed_in':
      return reaches(session.role, marks.access)
        ? null
        : `This needs the role ${marks.access}; yours is ${session.role}. An admin can change that with PATCH /users/{id}.`;
  }
}

/** What a call does, in a word or a few: for a label. */
export function effectLabel({ trigger, effect }: RouteMarks): string {
  return trigger === null ? effect : 'starts a job';
}

function fits(template: string, pathname: string): boolean {
  const wanted = template.split('/');
  const given = pathname.split('/');
  return wanted.length === given.length && wanted.every((part, i) => part.startsWith('{') || part === given[i]);
}

const parameters = (path: string) => path.split('{').length - 1;
const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
