import type { Action } from './action.entity.js';

/** What the audit keeps of a step of an action: what it is about, without its text. */
export const auditEntry = (step: string, before: Action | null, after: Action) => ({
  action: step,
  entity_type: 'action',
  entity_id: after.id,
  project_id: after.project_id,
  before: before && auditFields(before),
  after: auditFields(after),
});

const auditFields = ({ kind, status, target, target_label, title, recommendation_id, vendor_url }: Action) => ({
  kind,
  status,
  target,
  target_label,
  title,
  recommendation_id,
  ...(vendor_url === null ? {} : { url: vendor_url }),
});
