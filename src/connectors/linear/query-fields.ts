/** What each field of our queries leads to, where that has fields of its own; lists are shown by their `nodes`. */
const TYPES: Readonly<Record<string, string>> = {
  issues: 'Issue',
  issue: 'Issue',
  relatedIssue: 'Issue',
  parent: 'Issue',
  comments: 'Comment',
  issueRelations: 'IssueRelation',
  issueRelation: 'IssueRelation',
  relations: 'IssueRelation',
  inverseRelations: 'IssueRelation',
  labels: 'IssueLabel',
  issueLabels: 'IssueLabel',
  teams: 'Team',
  team: 'Team',
  users: 'User',
  user: 'User',
  assignee: 'User',
  creator: 'User',
  lead: 'User',
  externalUser: 'ExternalUser',
  botActor: 'ActorBot',
  workflowStates: 'WorkflowState',
  state: 'WorkflowState',
  cycles: 'Cycle',
  cycle: 'Cycle',
  projects: 'Project',
  project: 'Project',
  status: 'ProjectStatus',
  organization: 'Organization',
};

/** A name with what belongs to it: its arguments, and whether a selection follows. */
const TOKEN = /[{}]|\([^()]*\)|[A-Za-z_]\w*/g;

/** A query without a field of a type, such as `Issue.branchName`; with all else as it was. */
export function withoutField(query: string, type: string, field: string): string {
  const tokens = [...query.matchAll(TOKEN)].map(({ 0: word, index }) => ({
    word,
    at: index,
    end: index + word.length,
  }));
  const open: string[] = [];
  const cuts: [number, number][] = [];
  let last = '';
  for (const [index, { word, at, end }] of tokens.entries()) {
    if (word === '{') open.push(last === 'nodes' ? (open.at(-1) ?? '') : (TYPES[last] ?? 'Query'));
    else if (word === '}') open.pop();
    else if (!word.startsWith('(')) {
      last = word;
      if (word === field && open.at(-1) === type) cuts.push([at, endOf(tokens, index) ?? end]);
    }
  }
  return cuts.reduceRight((text, [from, to]) => text.slice(0, from) + text.slice(to), query);
}

/** Where a field ends that has arguments or a selection of its own. */
function endOf(tokens: readonly { word: string; end: number }[], index: number): number | undefined {
  let depth = 0;
  let end = tokens[index]?.end;
  for (const { word, end: until } of tokens.slice(index + 1)) {
    if (word === '{') depth += 1;
    else if (word === '}') depth -= 1;
    else if (depth === 0 && !word.startsWith('(')) return end;
    if (depth < 0) return end;
    end = until;
    if (word === '}' && depth === 0) return end;
  }
  return end;
}
