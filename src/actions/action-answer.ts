import type { ActionWithOutcome } from './actions.repository.js';
import { mayCancel, mayRetry, maySend } from './domain/status.js';

/** Returns an action as routes answer it. */
export function actionAnswer(action: ActionWithOutcome) {
  const { outcome, vendor_url: url } = action;
  return {
    project_id: action.project_id,
    id: action.id,
    recommendation_id: action.recommendation_id,
    kind: action.kind,
    status: action.status,
    target: action.target,
    target_label: action.target_label,
    title: action.title,
    text: action.text,
    due_at: action.due_at,
    created_by: action.created_by,
    attempts: action.attempts,
    next_try_at: action.status === 'queued' ? action.next_try_at : null,
    error_kind: action.error_kind,
    last_error: action.last_error,
    url,
    done_at: action.done_at,
    created_at: action.created_at,
    updated_at: action.updated_at,
    may_cancel: mayCancel(action),
    may_retry: mayRetry(action),
    may_send: maySend(action),
    outcome: outcome && {
      ...outcome,
      answered_at: outcome.answered_at === null ? null : new Date(outcome.answered_at).toISOString(),
    },
  };
}
