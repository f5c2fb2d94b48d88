import type { Route } from './exchange.js';

export interface Found {
  route: Route;
  params: Record<string, string>;
}

/**
 * Finds the route of a path. Routes are tried in order, so `/contacts/search` has to stand before `/contacts/:id`.
 * @returns the route with its parameters, or undefined
 */
export function findRoute(routes: readonly Route[], method: string, path: string): Found | undefined {
  const segments = path.replace(/\/+$/, '').split('/');
  for (const route of routes) {
    if (route.method !== method) continue;
    const params = paramsOf(route.template.split('/'), segments);
    if (params) return { route, params };
  }
  return undefined;
}

function paramsOf(template: string[], segments: string[]): Record<string, string> | undefined {
  if (template.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith(':')) {
      if (segment === '') return undefined;
      params[part.slice(1)] = segment;
    } else if (part !== segment) return undefined;
  }
  return params;
}
