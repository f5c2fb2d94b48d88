import { z } from 'zod';
import { SyncError } from '../core/sync-error.js';
import { outcomeOf, type Made, type VendorAction } from '../core/vendor-action.js';
import { readPart } from './parse.js';

const MADE = 'id identifier url';
const CREATE = `mutation CreateIssue($input: IssueCreateInput!) { issueCreate(input: $input) { success issue { ${MADE} } } }`;
/** Asks for a list: a missing issue is then an empty list instead of an error. */
const FIND = `query MadeIssue($id: ID!) {
  issues(first: 1, includeArchived: true, filter: { id: { eq: $id } }) { nodes { ${MADE} } }
}`;

const issueSchema = z.looseObject({ id: z.string(), url: z.string().nullish() });
const createdSchema = z.looseObject({
  data: z.looseObject({ issueCreate: z.looseObject({ success: z.boolean(), issue: issueSchema.nullish() }) }),
});
const foundSchema = z.looseObject({
  data: z.looseObject({ issues: z.looseObject({ nodes: z.array(issueSchema) }) }),
});

const madeOf = ({ id, url }: z.infer<typeof issueSchema>): Made => ({ ref: id, url: url ?? null });

/**
 * An issue in one of the project's teams. It gets the action's own id, which Linear takes from clients
 * (`IssueCreateInput.id` in its schema, docs/contract/vendors.md#linear): made twice, it would be the same issue, and
 * Linear refuses it.
 */
const issue: VendorAction = {
  kind: 'linear_issue',
  form: 'issue',
  titled: true,
  reachesClient: false,
  // Where the issues are that the reason rests on, then where most of the project's are.
  targets: `
    SELECT t.id, t.name || ' (' || t.key || ')' AS label, NULL::text AS url FROM linear_teams_raw t
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE 'linear_issues_raw ' || i.id = ANY ($2::text[])) AS named, count(*) AS issues
      FROM linear_issues_raw i WHERE i.project_id = t.project_id AND i.team_id = t.id AND i.deleted_at IS NULL) work
    WHERE t.project_id = $1 AND t.deleted_at IS NULL AND ($3::text IS NULL OR t.id = $3)
    ORDER BY work.named DESC, work.issues DESC, t.id`,
  outcome: `(SELECT ${outcomeOf({ gone: 'i.deleted_at IS NOT NULL', state: 'i.state_name', state_type: 'i.state_type' })}
    FROM linear_issues_raw i WHERE i.project_id = a.project_id AND i.id = a.vendor_ref)`,
  async send({ id, target, title, text }, { http }) {
    const input = { id, teamId: target, title, description: text };
    const { body } = await http.json({
      method: 'POST',
      path: '',
      template: 'issueCreate',
      body: { query: CREATE, variables: { input } },
      writes: true,
    });
    const { success, issue: made } = readPart(createdSchema, body, 'issueCreate').data.issueCreate;
    if (!success || !made) throw new SyncError('vendor_error', 'Linear answered that it has not made the issue');
    return madeOf(made);
  },
  async find({ id }, { http }) {
    const request = { query: FIND, variables: { id } };
    const { body } = await http.json({ method: 'POST', path: '', template: 'issues made', body: request });
    const [made] = readPart(foundSchema, body, 'issues').data.issues.nodes;
    return made ? madeOf(made) : null;
  },
};

export const LINEAR_ACTIONS: readonly VendorAction[] = [issue];
