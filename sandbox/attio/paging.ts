import { type Exchange, jsonObject } from '../http/exchange.js';
import { invalid } from './problems.js';

export interface PageLimits {
  fallback: number;
  max: number;
}

export interface Page {
  limit: number;
  offset: number;
}

/** @throws 400 for what is not a whole number within the bounds */
export function pageFrom(limit: unknown, offset: unknown, limits: PageLimits): Page {
  return {
    limit: whole('limit', limit, limits.fallback, 1, limits.max),
    offset: whole('offset', offset, 0, 0, Number.MAX_SAFE_INTEGER),
  };
}

/** Of an address: numbers come as text. */
export function pageFromQuery(query: URLSearchParams, limits: PageLimits): Page {
  const number = (name: string): unknown => {
    const text = query.get(name);
    return text === null ? undefined : /^\d+$/.test(text) ? Number(text) : text;
  };
  return pageFrom(number('limit'), number('offset'), limits);
}

function whole(name: string, value: unknown, fallback: number, min: number, max: number): number {
  if (value === undefined || value === null) return fallback;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) {
    throw invalid(`${name} must be a whole number from ${min} to ${max}.`);
  }
  return value;
}

export const slice = <T>(rows: readonly T[], page: Page): T[] => rows.slice(page.offset, page.offset + page.limit);

/** @throws 400 when the body is not a JSON object */
export function bodyOrProblem(exchange: Exchange): Record<string, unknown> {
  const body = jsonObject(exchange);
  if (!body) throw invalid('The body must be a JSON object.');
  return body;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws 400 when the path's segment is not a uuid */
export function uuidParam(exchange: Exchange, name: string): string {
  const id = exchange.params[name] ?? '';
  if (!UUID.test(id)) throw invalid(`"${id}" is not a valid uuid.`);
  return id.toLowerCase();
}
