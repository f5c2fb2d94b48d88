import type { RowChange, SyncContext } from '../core/contract.js';
import { issueEvents } from '../kit/issue-events.js';
import { issueTexts } from '../kit/issue-texts.js';
import { ListConnector } from '../kit/list-connector.js';
import { listRun } from '../kit/list-run.js';
import { partsOf, type PartedRun } from '../kit/parted-list.js';
import { stageEvents } from '../kit/stage-events.js';
import { GithubApi } from './github-api.js';
import { GITHUB_LISTS } from './lists.js';
import { isByMachine } from './mapper.js';
import { GITHUB_COMMENTS, GITHUB_ISSUES, GITHUB_MILESTONES, GITHUB_TABLES } from './tables.js';

const TALK = { issues: GITHUB_ISSUES, text: 'body', comments: GITHUB_COMMENTS, isByMachine };

/** Issues with their comments, labels and milestones of one or more GitHub repositories. */
export class GithubConnector extends ListConnector<PartedRun> {
  constructor(historyDays = Infinity) {
    super({
      name: 'github',
      vendor: 'GitHub',
      lists: GITHUB_LISTS,
      start,
      events: (change) => githubEvents(change, historyDays),
      texts: (change) => issueTexts(change, TALK),
    });
  }
}

async function start(context: SyncContext): Promise<PartedRun> {
  const api = new GithubApi(context.http, context.source);
  const parts = partsOf(context.source, 'repositories');
  for (const repository of parts) await api.assertVisible(repository);
  const run = listRun(context, GITHUB_TABLES, {
    known: async () => [...(await context.live(GITHUB_ISSUES, 'number')).keys()].map((id) => `issue:${id}`),
    read: (ref) => readByRef(api, ref),
  });
  return { ...run, parts, read: api.list.bind(api), get: api.get.bind(api) };
}

/** Reads the record that a ref names: `issue:REPOSITORY#NUMBER`. */
function readByRef(api: GithubApi, ref: string): Promise<unknown> {
  const [, kind, repository = '', key = ''] = /^(\w+):([^#]*)#(.*)$/s.exec(ref) ?? [];
  const list = GITHUB_LISTS.find(({ refName }) => refName === kind);
  return api.get(repository, list?.name ?? '', key);
}

/** Issues tell what becomes of them; milestones with a due date are stages of the team's work. */
function githubEvents(change: RowChange, historyDays: number) {
  const telling = { source: 'github', historyDays } as const;
  if (change.table === GITHUB_ISSUES.table)
    return issueEvents(change, { ...telling, table: GITHUB_ISSUES, isByMachine });
  return change.table === GITHUB_MILESTONES.table
    ? stageEvents(change, { ...telling, table: GITHUB_MILESTONES, called: 'Milestone' })
    : [];
}
