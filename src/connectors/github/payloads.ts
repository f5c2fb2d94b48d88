import { z } from 'zod';
import { items, text } from '../kit/atoms.js';
import { maybeStamp, stamp } from '../kit/stamp.js';

/** The repository as the source names it; the API's client adds it to each row. */
const repository = z.string();
const user = z.looseObject({ login: text, type: text }).nullish().catch(null);
const dated = { repository, html_url: text, created_at: stamp, updated_at: stamp };

export const issueSchema = z.looseObject({
  ...dated,
  number: z.int().positive(),
  title: z.string(),
  body: text,
  user,
  assignee: user,
  state: z.enum(['open', 'closed']),
  state_reason: text,
  closed_at: maybeStamp,
  labels: items(z.union([z.string().transform((name) => ({ name })), z.looseObject({ name: z.string() })])),
  milestone: z.looseObject({ number: z.int().positive(), due_on: text }).nullish().catch(null),
});
export type GithubIssue = z.infer<typeof issueSchema>;

export const commentSchema = z.looseObject({
  ...dated,
  id: z.int().positive(),
  issue_url: z.string().regex(/\/issues\/\d+$/),
  body: text.transform((value) => value ?? ''),
  user,
  author_association: text,
});
export type GithubComment = z.infer<typeof commentSchema>;

export const milestoneSchema = z.looseObject({
  ...dated,
  number: z.int().positive(),
  title: z.string(),
  due_on: maybeStamp,
  closed_at: maybeStamp,
});
export type Milestone = z.infer<typeof milestoneSchema>;

export const labelSchema = z.looseObject({ repository, name: z.string().min(1) });
export type GithubLabel = z.infer<typeof labelSchema>;
