import { type Exchange, HttpProblem, ok, type Reply, type Route } from '../http/exchange.js';
import type { GithubWorld } from './world.js';

type ListName = Parameters<GithubWorld['list']>[1];
type Shown = Record<string, unknown>;

const problem = (status: number, message: string, more: object = {}) =>
  new HttpProblem(status, { message, documentation_url: 'https://docs.github.com/rest', ...more });

/** GitHub's REST API, as far as issues go. */
export function githubRoutes(world: GithubWorld, { token }: { token?: string | undefined } = {}): Route[] {
  const repositoryOf = ({ headers, params }: Exchange): string => {
    const given = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
    if (given === undefined || (token !== undefined && given !== token)) throw problem(401, 'Bad credentials');
    const name = `${params['owner']}/${params['repo']}`;
    if (!world.has(name)) throw problem(404, 'Not Found');
    return name;
  };
  const route = (path: string, handle: (exchange: Exchange, repository: string) => Reply): Route => ({
    method: 'GET',
    vendor: 'github',
    template: `/repos/:owner/:repo${path}`,
    handle: (exchange) => handle(exchange, repositoryOf(exchange)),
  });
  const list = (path: string, name: ListName) =>
    route(path, (exchange, repository) => {
      const rows = [...world.list(repository, name).values()].map((record) => world.shown(repository, record));
      return page(exchange, rows, world.maxPerPage);
    });
  const single = (path: string, name: ListName) =>
    route(path, ({ params }, repository) => {
      const key = decodeURIComponent(params['key'] ?? '');
      const record = world.list(repository, name).get(key);
      if (record) return ok(world.shown(repository, record));
      const now = name === 'issues' ? world.moved.get(`${repository}#${key}`) : undefined;
      if (now !== undefined) {
        const url = `https://api.github.com/repositories/1/issues/${now.split('#')[1]}`;
        throw problem(301, 'Moved Permanently', { url });
      }
      throw name === 'issues' ? problem(410, 'This issue was deleted') : problem(404, 'Not Found');
    });
  return [
    route('', (_exchange, repository) => ok({ full_name: repository, has_issues: true })),
    list('/issues/comments', 'comments'),
    list('/issues', 'issues'),
    list('/labels', 'labels'),
    list('/milestones', 'milestones'),
    single('/issues/comments/:key', 'comments'),
    single('/issues/:key', 'issues'),
    single('/labels/:key', 'labels'),
    single('/milestones/:key', 'milestones'),
  ];
}

/** A page of rows changed at a time or later; its Link header names the next one where there is one. */
function page({ path, query }: Exchange, all: readonly Shown[], most: number): Reply {
  const since = query.get('since') ?? '';
  const changed = (row: Shown) => (typeof row['updated_at'] === 'string' ? row['updated_at'] : '');
  const rows = all.filter((row) => changed(row) >= since);
  if (query.get('sort') === 'updated') rows.sort((a, b) => (changed(a) < changed(b) ? -1 : 1));
  const size = Math.min(most, Number(query.get('per_page') ?? 30));
  const number = Number(query.get('page') ?? 1);
  const next = rows.length > number * size ? `<https://api.github.com${path}?page=${number + 1}>; rel="next"` : '';
  return { ...ok(rows.slice((number - 1) * size, number * size)), headers: next === '' ? {} : { link: next } };
}
