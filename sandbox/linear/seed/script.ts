/** One issue as the seed tells it; every name is resolved when it is lived through. */
export interface ScriptedIssue {
  team: 'DES' | 'DEV' | 'CON' | 'OPS';
  title: string;
  text?: string;
  /** When it was made, days before now. */
  daysAgo: number;
  /** Name of the state it ends in; default Backlog. */
  state?: string;
  project?: keyof typeof import('./projects.js').PROJECTS;
  labels?: string[];
  /** 0 none, 1 urgent … 4 low. */
  priority?: number;
  estimate?: number;
  assignee?: string;
  /** Days from now; may be behind it. */
  due?: number;
  /** -2 and -1: done ones, 0: the running one, 1: the next. */
  cycle?: -2 | -1 | 0 | 1;
  /** Titles of the issues that block it. */
  blockedBy?: string[];
  parent?: string;
  comments?: [author: string, text: string][];
  end?: 'archived' | 'trashed';
}
