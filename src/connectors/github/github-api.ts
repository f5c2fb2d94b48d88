import { z } from 'zod';
import type { Source } from '../core/contract.js';
import { SyncError } from '../core/sync-error.js';
import type { VendorDialect, VendorHttp } from '../core/vendor-http.js';
import { listOf } from '../core/page-sizes.js';
import { isObject } from '../kit/content-hash.js';
import { readDivided } from '../kit/divided-page.js';
import { limitHeaders } from '../kit/limit-headers.js';
import { readAnswer } from '../kit/read-rows.js';
import type { TimedPage, TimedPlace } from '../kit/walk-times.js';

/** The most rows that an answer holds (docs/contract/vendors.md#github). */
const PER_PAGE = 100;
const BY_CHANGE = { sort: 'updated', direction: 'asc' };
const LISTS = new Map([
  ['issues', { path: 'issues', query: { state: 'all', ...BY_CHANGE } }],
  ['comments', { path: 'issues/comments', query: BY_CHANGE }],
  ['labels', { path: 'labels', query: {} }],
  ['milestones', { path: 'milestones', query: { state: 'all' } }],
]);
const pathOf = (list: string): string => LISTS.get(list)?.path ?? list;

export const githubRequestHeaders = ({ apiToken }: Source): Record<string, string> => ({
  accept: 'application/vnd.github+json',
  authorization: `Bearer ${apiToken}`,
  'user-agent': 'kag-server',
  'x-github-api-version': '2022-11-28',
});

/**
 * A transferred issue redirects to where it is now; so does a renamed repository, which is a source to be corrected.
 */
export const githubDialect: VendorDialect = {
  ...limitHeaders,
  isAbsence: (body) => typeof (body as { documentation_url?: unknown } | null)?.documentation_url === 'string',
  failure(answer) {
    const url = String((answer.body as { url?: unknown } | null)?.url);
    if (answer.status === 301 && /\/issues\/(comments\/)?\d+$/.test(url))
      return { kind: 'gone', message: 'answered 301: it was moved to another repository', retry: false };
    return limitHeaders.failure(answer);
  },
};

/** GitHub's REST API, as far as a mirror needs it. Each row comes with the name of its repository. */
export class GithubApi {
  constructor(
    private readonly http: VendorHttp,
    private readonly source: Source,
  ) {}

  /** @throws SyncError `config` where the token sees no such repository */
  async assertVisible(repository: string): Promise<void> {
    try {
      await this.http.json({ method: 'GET', path: `/repos/${repository}`, template: 'repository', shared: true });
    } catch (error) {
      if (!(error instanceof SyncError) || error.options.status !== 404) throw error;
      const message = `The GitHub token sees no repository ${repository}. Correct GITHUB_REPOSITORIES or the project's source, or give the token the right to read it`;
      throw new SyncError('config', message, error.options);
    }
  }

  list(repository: string, list: string, { since, page }: TimedPlace, fresh: boolean): Promise<TimedPage> {
    const path = `/repos/${repository}/${pathOf(list)}`;
    const read = async (page: number, per_page: number, divisible: boolean) => {
      const query = { ...LISTS.get(list)?.query, since: since ?? undefined, per_page, page };
      const asked = { method: 'GET', path, query, template: list, shared: !fresh, divisible } as const;
      const { body, headers, sentAt } = await this.http.json(asked);
      const rows = readAnswer('GitHub', z.array(z.unknown()), body, list);
      // The end is where no next page is named; a proxy that drops the header ends no list.
      const more = /rel="next"/.test(headers['link'] ?? '') || rows.length >= per_page;
      return { rows: rows.map((row) => (isObject(row) ? { ...row, repository } : row)), more, sentAt };
    };
    return readDivided({ key: listOf(this.source, `${repository} ${list}`), most: PER_PAGE, read }, page);
  }

  async get(repository: string, list: string, key: string): Promise<unknown> {
    const [owner = '', name = ''] = repository.split('/').map(encodeURIComponent);
    const path = `/repos/${owner}/${name}/${pathOf(list)}/${encodeURIComponent(key)}`;
    const { body } = await this.http.json({ method: 'GET', path, template: `${list}/:id` });
    return { ...readAnswer('GitHub', z.record(z.string(), z.unknown()), body, `${list}/:id`), repository };
  }
}
