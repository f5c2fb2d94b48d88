import type { StreamChange } from './domain/change.js';

/** As the stream tells it: whose scope it is stays inside. */
export const presentChange = ({ project_id, kind, what, id, state, at }: StreamChange) => ({
  project_id,
  kind,
  what,
  id,
  state,
  at: at.toISOString(),
});

export const CHANGE_EXAMPLE: ReturnType<typeof presentChange> = {
  project_id: '5f0c1a52-6f52-4d0e-9f3e-0d8c3b7a9e11',
  kind: 'run',
  what: 'chatwoot_sync',
  id: 'b7a9e11c-6f52-4d0e-9f3e-0d8c3b5f0c1a',
  state: 'succeeded',
  at: '2026-02-06T10:11:12.000Z',
};
