import { z } from 'zod';
import { isStorableTime } from '../domain/vendor-time.js';

/** A uuid in fact; kept as text, since nothing depends on its form. */
const id = z.string().min(1).max(100);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const number = z
  .number()
  .nullish()
  .transform((value) => value ?? null);
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

/** ISO 8601 in one form, with milliseconds in UTC: as texts such times compare as times. */
const time = z.string().transform((value, context) => {
  const at = /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
  if (isStorableTime(at)) return new Date(at).toISOString();
  context.addIssue({ code: 'custom', message: 'is not a time' });
  return z.NEVER;
});
const maybeTime = time.nullish().transform((value) => value ?? null);
const maybeRef = z
  .looseObject({ id })
  .nullish()
  .transform((value) => value?.id ?? null);

/** Nested lists show their first page; `connections.ts` reads on where `more` says that there is more. */
const list = <T extends z.ZodType>(node: T) => z.object({ nodes: z.array(node), pageInfo: z.unknown().optional() });

const node = { id, createdAt: time, updatedAt: time, archivedAt: maybeTime };

const relation = { ...node, type: z.string() };
export const outgoingSchema = z.looseObject({ ...relation, relatedIssue: z.looseObject({ id }) });
const blocker = { id, archivedAt: maybeTime, trashed: flag, state: z.looseObject({ type: z.string() }) };
export const incomingSchema = z.looseObject({ ...relation, issue: z.looseObject({ ...blocker, updatedAt: time }) });
export type Outgoing = z.infer<typeof outgoingSchema>;
export type Incoming = z.infer<typeof incomingSchema>;

export const issueSchema = z.looseObject({
  ...node,
  identifier: z.string(),
  number,
  title: z.string(),
  description: text,
  url: text,
  priority: number,
  estimate: number,
  dueDate: text,
  trashed: flag,
  labelIds: z.array(id),
  startedAt: maybeTime,
  completedAt: maybeTime,
  canceledAt: maybeTime,
  team: z.looseObject({ id, key: text }),
  state: z.looseObject({ id, name: z.string(), type: z.string() }),
  assignee: maybeRef,
  creator: maybeRef,
  project: maybeRef,
  cycle: maybeRef,
  parent: maybeRef,
  labels: list(z.looseObject({ id, name: z.string() })),
  relations: list(outgoingSchema),
  inverseRelations: list(incomingSchema),
  // One by one: a comment that can't be read must not take its issue down.
  comments: list(z.unknown()),
});
export type Issue = z.infer<typeof issueSchema>;

export const commentSchema = z.looseObject({
  ...node,
  body: z.string(),
  url: text,
  parentId: text,
  user: maybeRef,
  externalUser: maybeRef,
});
export type Comment = z.infer<typeof commentSchema>;

/** As much of a listed comment or relation as tells whether its issues are to be read again. */
export const seenCommentSchema = z.looseObject({ id, updatedAt: time, archivedAt: maybeTime, issueId: text });
export const seenRelationSchema = z.looseObject({
  id,
  updatedAt: time,
  archivedAt: maybeTime,
  issue: z.looseObject({ id }),
  relatedIssue: z.looseObject({ id }),
});
/** As much of an issue as tells what blocks it. */
export const blockersSchema = z.looseObject({
  id,
  inverseRelations: z.object({
    nodes: z.array(z.looseObject({ type: z.string(), issue: z.looseObject(blocker) })),
    pageInfo: z.looseObject({ hasNextPage: z.boolean() }),
  }),
});
/** An issue as reconciliation lists it. */
export const listedIssueSchema = z.looseObject({
  id,
  updatedAt: time,
  trashed: flag,
  team: z.looseObject({ id }),
  project: maybeRef,
  state: z.looseObject({ type: z.string() }),
});

export const teamSchema = z.looseObject({ ...node, key: z.string(), name: z.string() });
export const userSchema = z.looseObject({ ...node, name: z.string(), displayName: text, email: text, active: flag });
export const labelSchema = z.looseObject({ ...node, name: z.string(), team: maybeRef });
export const stateSchema = z.looseObject({
  ...node,
  name: z.string(),
  type: z.string(),
  team: z.looseObject({ id }),
});
export const cycleSchema = z.looseObject({
  ...node,
  number: z.number(),
  name: text,
  startsAt: time,
  endsAt: time,
  completedAt: maybeTime,
  team: z.looseObject({ id }),
});
export const projectSchema = z.looseObject({
  ...node,
  name: z.string(),
  url: text,
  health: text,
  trashed: flag,
  startDate: text,
  targetDate: text,
  completedAt: maybeTime,
  canceledAt: maybeTime,
  status: z.looseObject({ name: text, type: text }).nullish(),
  lead: maybeRef,
  teams: list(z.looseObject({ id })),
});
export type Team = z.infer<typeof teamSchema>;
export type User = z.infer<typeof userSchema>;
export type Label = z.infer<typeof labelSchema>;
export type State = z.infer<typeof stateSchema>;
export type Cycle = z.infer<typeof cycleSchema>;
export type Project = z.infer<typeof projectSchema>;

/** Every list of Linear's. @see https://linear.app/developers/pagination */
export const pageSchema = z.object({
  nodes: z.array(z.unknown()),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: text }),
});
export const organizationSchema = z.object({ id, urlKey: z.string(), name: text });
