import type { Limits } from './limits.js';

/** What every answer says about the limits; all resets are epoch milliseconds. */
export function limitHeaders(
  limits: Limits,
  complexity: number,
  roots: readonly string[] = [],
): Record<string, string> {
  const headers: Record<string, string> = { 'X-Complexity': String(complexity) };
  const add = (name: string, kind: 'requests' | 'complexity' | 'searches'): void => {
    const { limit, remaining, reset } = limits.status(kind);
    headers[`X-RateLimit-${name}-Limit`] = String(limit);
    headers[`X-RateLimit-${name}-Remaining`] = String(remaining);
    headers[`X-RateLimit-${name}-Reset`] = String(reset);
  };
  add('Requests', 'requests');
  add('Complexity', 'complexity');
  if (roots.includes('searchIssues')) {
    add('Endpoint-Requests', 'searches');
    headers['X-RateLimit-Endpoint-Name'] = 'searchIssues';
  }
  return headers;
}
