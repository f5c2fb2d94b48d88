/** Which of the pages of operations an address leads to. */
export type Place =
  | { page: 'overview' }
  | { page: 'runs' }
  | { page: 'run'; id: string }
  | { page: 'connectors' }
  | { page: 'quality' }
  | { page: 'first' };

/** By the end of the path, since a proxy may serve the pages under a prefix. */
export function placeIn(pathname: string): Place {
  const [, rest = ''] = /\/ops(?:\/(.*))?$/.exec(pathname) ?? [];
  const [page = '', id = ''] = rest.split('/');
  if (page === 'runs') return id === '' ? { page: 'runs' } : { page: 'run', id: decodeURIComponent(id) };
  if (page === 'connectors' || page === 'quality') return { page };
  return page === 'first-steps' ? { page: 'first' } : { page: 'overview' };
}

/** Where the keyboard skips to. */
export const ANCHORS: Readonly<Record<Place['page'], string>> = {
  overview: 'verdict',
  runs: 'runs',
  run: 'run',
  connectors: 'connectors',
  quality: 'quality',
  first: 'first',
};

/** The address of another page of the server, about a project where one is named. */
export function addressOf(path: string, projectId?: string): string {
  const address = new URL(`../../${path}`, import.meta.url);
  if (projectId !== undefined) address.searchParams.set('project', projectId);
  return address.href;
}
