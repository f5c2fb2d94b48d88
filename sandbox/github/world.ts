/** A record of a repository as GitHub's API shows it. */
type Shown = Record<string, unknown>;
type ListName = 'issues' | 'comments' | 'labels' | 'milestones';

interface Repository {
  next: number;
  readonly lists: Record<ListName, Map<string, Shown>>;
}

export interface Changed {
  readonly event: 'issues' | 'issue_comment';
  readonly repository: string;
  readonly record: Shown;
}

const user = (login: string, type = 'User') => ({ login, type });

/**
 * Repositories with issues, comments, labels and milestones. As awkward as GitHub is documented to be: pull requests
 * are among the issues and what is said on them among the comments, times are in whole seconds, and what is deleted or
 * transferred leaves no trace in any list. A changed label or milestone does not date its issues anew.
 */
export class GithubWorld {
  private readonly repositories = new Map<string, Repository>();
  /** Where transferred issues are now, by `owner/name#number`. */
  readonly moved = new Map<string, string>();
  readonly changes: Changed[] = [];
  /** Rows on a page at most, however many are asked for. */
  maxPerPage = 100;
  private lastId = 1000;

  constructor(private clock: () => number) {}

  setClock(clock: () => number): () => number {
    const before = this.clock;
    this.clock = clock;
    return before;
  }

  now = (): number => this.clock();

  addRepository(name: string): void {
    const list = () => new Map<string, Shown>();
    this.repositories.set(name, {
      next: 1,
      lists: { issues: list(), comments: list(), labels: list(), milestones: list() },
    });
  }

  has = (name: string): boolean => this.repositories.has(name);
  names = (): string[] => [...this.repositories.keys()];

  /** A list's records by what names them in a path. */
  list(repository: string, name: ListName): Map<string, Shown> {
    return this.of(repository).lists[name];
  }

  addIssue(
    repository: string,
    given: {
      title?: string;
      body?: string | null;
      labels?: string[];
      milestone?: number;
      pull?: boolean;
      by?: string;
    } = {},
  ): Shown & { number: number; id: number } {
    const { title = 'Record', body = null, labels = [], milestone, pull = false, by = 'ada' } = given;
    const number = this.of(repository).next++;
    const issue = {
      id: ++this.lastId,
      number,
      title,
      body,
      html_url: `https://github.com/${repository}/${pull ? 'pull' : 'issues'}/${number}`,
      user: user(by),
      author_association: 'MEMBER',
      assignee: null,
      state: 'open',
      state_reason: null,
      closed_at: null as string | null,
      labels,
      milestone: milestone ?? null,
      ...this.dates(),
      ...(pull ? { pull_request: { url: 'https://api.github.com/pulls' } } : {}),
    };
    this.list(repository, 'issues').set(String(number), issue);
    this.tell('issues', repository, issue);
    return issue;
  }

  editIssue(repository: string, number: number | string, edit: Shown): void {
    const issue = this.list(repository, 'issues').get(String(number));
    if (issue) this.tell('issues', repository, Object.assign(issue, edit, { updated_at: this.at() }));
  }

  close(repository: string, number: number | string, state_reason = 'completed'): void {
    this.editIssue(repository, number, { state: 'closed', state_reason, closed_at: this.at() });
  }

  reopen(repository: string, number: number | string): void {
    this.editIssue(repository, number, { state: 'open', state_reason: 'reopened', closed_at: null });
  }

  deleteIssue(repository: string, number: number | string): void {
    this.list(repository, 'issues').delete(String(number));
    const comments = this.list(repository, 'comments');
    for (const [id, { issue_url }] of comments)
      if (String(issue_url).endsWith(`/issues/${number}`)) comments.delete(id);
  }

  /** @returns the number under which it goes on */
  transfer(repository: string, number: number, to: string): number {
    const issue = this.list(repository, 'issues').get(String(number));
    if (!issue) throw new Error(`${repository}#${number} is not there`);
    this.deleteIssue(repository, number);
    const { number: now } = this.addIssue(to, { title: String(issue['title']), body: issue['body'] as string | null });
    this.moved.set(`${repository}#${number}`, `${to}#${now}`);
    return now;
  }

  addComment(repository: string, number: number, body: string, by = user('ada')): number {
    const id = ++this.lastId;
    const pull = this.list(repository, 'issues').get(String(number))?.['pull_request'] !== undefined;
    const page = `https://github.com/${repository}/${pull ? 'pull' : 'issues'}/${number}`;
    const comment = {
      id,
      body,
      html_url: `${page}#issuecomment-${id}`,
      issue_url: `https://api.github.com/repos/${repository}/issues/${number}`,
      user: by,
      author_association: by.login === 'ada' ? 'MEMBER' : 'NONE',
      ...this.dates(),
    };
    this.list(repository, 'comments').set(String(id), comment);
    this.editIssue(repository, number, {});
    return id;
  }

  editComment(repository: string, id: string, body: string): void {
    const comment = this.list(repository, 'comments').get(id);
    if (comment) Object.assign(comment, { body, updated_at: this.at() });
  }

  deleteComment(repository: string, id: string): void {
    this.list(repository, 'comments').delete(id);
  }

  addLabel(repository: string, name: string): void {
    this.list(repository, 'labels').set(name, { id: ++this.lastId, name, color: 'ededed' });
  }

  renameLabel(repository: string, from: string, to: string): void {
    const labels = this.list(repository, 'labels');
    const label = labels.get(from);
    if (!label || labels.has(to)) return;
    labels.delete(from);
    labels.set(to, { ...label, name: to });
    for (const issue of this.list(repository, 'issues').values())
      issue['labels'] = (issue['labels'] as string[]).map((name) => (name === from ? to : name));
  }

  addMilestone(repository: string, title: string, dueOn: number | null): number {
    const number = this.list(repository, 'milestones').size + 1;
    const milestone = {
      id: ++this.lastId,
      number,
      title,
      html_url: `https://github.com/${repository}/milestone/${number}`,
      state: 'open',
      due_on: dueOn === null ? null : iso(dueOn),
      closed_at: null,
      ...this.dates(),
    };
    this.list(repository, 'milestones').set(String(number), milestone);
    return number;
  }

  editMilestone(repository: string, number: number | string, edit: Shown): void {
    const milestone = this.list(repository, 'milestones').get(String(number));
    if (milestone) Object.assign(milestone, edit, { updated_at: this.at() });
  }

  closeMilestone(repository: string, number: number | string): void {
    this.editMilestone(repository, number, { state: 'closed', closed_at: this.at() });
  }

  /** A record as an answer shows it: issues with their labels and milestone in full. */
  shown(repository: string, record: Shown): Shown {
    if (!Array.isArray(record['labels'])) return record;
    const labels = record['labels'].map(
      (name) => this.list(repository, 'labels').get(String(name)) ?? { name: String(name) },
    );
    const milestone = this.list(repository, 'milestones').get(String(record['milestone'])) ?? null;
    return { ...record, labels, milestone };
  }

  snapshot(): unknown {
    return Object.fromEntries(
      this.names().map((name) => [name, [...this.list(name, 'issues').values()].map((each) => this.shown(name, each))]),
    );
  }

  /** Now, as GitHub writes it. */
  at = (): string => iso(this.clock());

  private dates() {
    return { created_at: this.at(), updated_at: this.at() };
  }

  private tell(event: Changed['event'], repository: string, record: Shown): void {
    this.changes.push({ event, repository, record: { ...record } });
  }

  private of(name: string): Repository {
    const found = this.repositories.get(name);
    if (!found) throw new Error(`there is no repository ${name}`);
    return found;
  }
}

const iso = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
