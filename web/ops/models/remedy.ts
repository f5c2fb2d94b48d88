import type { RemedyStep } from '../../client/published.js';

/** A step of a cure as the page shows it. */
export type StepView =
  | { kind: 'request'; request: StepRequest; fields: string[]; note: string }
  /** `text` is to be copied. */
  | { kind: 'set' | 'run'; text: string; note: string }
  | { kind: 'advice'; note: string };

export interface StepRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** From the root of the server, with a slash first. */
  path: string;
  body: Record<string, unknown> | null;
}

const FIELD = /<([^<>"]+)>/g;

export function stepView({ method, path, body, set, run, note }: RemedyStep): StepView {
  if (method !== null && path !== null) {
    return { kind: 'request', request: { method, path, body }, fields: fieldsOf(body), note };
  }
  if (set !== null) {
    const lines = Object.entries(set).map(([name, value]) => `${name}=${value}`);
    return { kind: 'set', text: lines.join('\n'), note };
  }
  return run === null ? { kind: 'advice', note } : { kind: 'run', text: run, note };
}

/** The names in angle brackets: secrets that only the operator has. */
function fieldsOf(body: object | null): string[] {
  const found = JSON.stringify(body ?? {}).matchAll(FIELD);
  return [...new Set([...found].map(([, name = '']) => name))];
}

/** The body with the operator's values in place of the names; null while one is missing. */
export function filledBody(
  body: Record<string, unknown> | null,
  values: ReadonlyMap<string, string>,
): Record<string, unknown> | null {
  if (fieldsOf(body).some((name) => !values.get(name))) return null;
  return filled(body ?? {}, values) as Record<string, unknown>;
}

function filled(value: unknown, values: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return value.replace(FIELD, (whole, name: string) => values.get(name) ?? whole);
  if (Array.isArray(value)) return value.map((one) => filled(one, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, values)]));
}

/** A request in one line: without the project, which the page shows anyway. */
export function shortRequest({ method, path }: Pick<StepRequest, 'method' | 'path'>): string {
  const [route = '', query = ''] = path.split('?', 2);
  const rest = query.split('&').filter((pair) => pair !== '' && !pair.startsWith('project_id='));
  return `${method} ${route}${rest.length > 0 ? `?${rest.join('&')}` : ''}`;
}
