import { z } from 'zod';
import { flag, items, number, text, tie } from '../kit/atoms.js';
import { isStorableTime } from '../domain/vendor-time.js';

/** A uuid in fact; kept as text, since nothing depends on its form. */
const id = z.string().min(1).max(100);
/** ISO 8601 in one form, with milliseconds in UTC: as texts such times compare as times. */
const time = z.string().transform((value, context) => {
  const at = /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
  if (isStorableTime(at)) return new Date(at).toISOString();
  context.addIssue({ code: 'custom', message: 'is not a time' });
  return z.NEVER;
});
/** A name that is shown where there is one. */
const name = text.transform((value) => value ?? '');
const maybeTime = time.nullish().transform((value) => value ?? null);
/** Somebody or something that a record names beside what it belongs to. */
const maybeRef = z
  .looseObject({ id })
  .nullish()
  .catch(null)
  .transform((value) => value?.id ?? null);
/** The project of an issue, or the team of a label: what it belongs to decides whose it is. */
const owner = z
  .looseObject({ id })
  .nullish()
  .transform((value) => value?.id ?? null);

/**
 * Nested lists show their first page; `connections.ts` reads on where `more` says that there is more. Nodes are read
 * one by one: one that can't be must not take down what shows it.
 */
const list = <T extends z.ZodType>(node: T) => z.object({ nodes: items(node), pageInfo: z.unknown().optional() });
const anyNodes = z.object({ nodes: z.array(z.unknown()), pageInfo: z.unknown().optional() });

const node = { id, createdAt: time, updatedAt: time, archivedAt: maybeTime };

const relation = { ...node, type: z.string() };
export const outgoingSchema = z.looseObject({ ...relation, relatedIssue: z.looseObject({ id }) });
const blocker = {
  id,
  archivedAt: maybeTime,
  trashed: flag(true),
  state: z.looseObject({ type: z.string() }),
  team: z.looseObject({ archivedAt: maybeTime }).nullish().catch(null),
};
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
  trashed: flag(true),
  labelIds: items(id),
  startedAt: maybeTime,
  completedAt: maybeTime,
  canceledAt: maybeTime,
  team: z.looseObject({ id, key: text, archivedAt: maybeTime }),
  state: z.looseObject({ id, name, type: z.string() }),
  assignee: maybeRef,
  creator: maybeRef,
  project: owner,
  cycle: maybeRef,
  parent: maybeRef,
  labels: list(z.looseObject({ id, name: z.string() })).catch({ nodes: [] }),
  relations: list(outgoingSchema),
  inverseRelations: list(incomingSchema),
  comments: anyNodes,
});
export type LinearIssue = z.infer<typeof issueSchema>;

export const commentSchema = z.looseObject({
  ...node,
  body: z.string(),
  url: text,
  parentId: text,
  user: maybeRef,
  externalUser: maybeRef,
});
export type LinearComment = z.infer<typeof commentSchema>;

/** As much of a listed comment or relation as tells whether its issues are to be read again. */
export const seenCommentSchema = z.looseObject({ id, updatedAt: time, archivedAt: maybeTime, issueId: tie });
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
    nodes: items(z.looseObject({ type: z.string(), issue: z.looseObject(blocker) })),
    pageInfo: z.looseObject({ hasNextPage: z.boolean() }),
  }),
});
/** An issue as reconciliation lists it. */
export const listedIssueSchema = z.looseObject({
  id,
  updatedAt: time,
  trashed: flag(true),
  team: z.looseObject({ id, archivedAt: maybeTime }),
  project: owner,
  state: z.looseObject({ type: z.string() }),
});

export const teamSchema = z.looseObject({ ...node, key: name, name });
export const userSchema = z.looseObject({ ...node, name, displayName: text, email: text, active: flag(true) });
export const labelSchema = z.looseObject({ ...node, name, team: owner });
export const stateSchema = z.looseObject({
  ...node,
  name,
  type: z.string(),
  team: z.looseObject({ id }),
});
export const cycleSchema = z.looseObject({
  ...node,
  number: number.transform((value) => value ?? 0),
  name: text,
  startsAt: time,
  endsAt: time,
  completedAt: maybeTime,
  team: z.looseObject({ id }),
});
export const projectSchema = z.looseObject({
  ...node,
  name,
  url: text,
  health: text,
  trashed: flag(true),
  startDate: text,
  targetDate: text,
  completedAt: maybeTime,
  canceledAt: maybeTime,
  status: z.looseObject({ name: text, type: text }).nullish().catch(null),
  lead: maybeRef,
  teams: list(z.looseObject({ id })),
});
export type Team = z.infer<typeof teamSchema>;
export type LinearUser = z.infer<typeof userSchema>;
export type LinearLabel = z.infer<typeof labelSchema>;
export type LinearState = z.infer<typeof stateSchema>;
export type Cycle = z.infer<typeof cycleSchema>;
export type LinearProject = z.infer<typeof projectSchema>;

/** Every list of Linear's (docs/contract/vendors.md#linear). */
export const pageSchema = z.object({
  nodes: z.array(z.unknown()),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: text }),
});
export const organizationSchema = z.object({ id, urlKey: z.string(), name: text });
