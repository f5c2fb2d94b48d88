import type { Source } from '../core/contract.js';
import { SyncError } from '../core/sync-error.js';
import { saying } from '../core/vendor-words.js';
import type { OffsetPage } from '../kit/walk-offsets.js';
import type { AttioApi } from './attio-api.js';
import { readObject } from '../kit/read-rows.js';
import { readAttio } from './parse.js';
import { memberSchema, objectSchema, selfSchema } from './payloads.js';

const APP = 'https://app.attio.com';

/** What rows need to know of the workspace around them. */
export interface Workspace {
  /** As Attio names it; null: it does not say. */
  readonly id: string | null;
  memberName(id: string | null): string | null;
  /** The slug of an object given by slug or id. */
  objectSlug(name: string | null): string | null;
  /** The page of a record in Attio's app; null: not known. */
  recordUrl(object: string | null, recordId: string | null): string | null;
}

/**
 * Reads the token's workspace: three lists, each shared among projects.
 * @param expected the workspace that earlier syncs have read: a token of another's is refused
 * @throws SyncError `auth` for a token that isn't active, `config` for one of another workspace than the source's
 */
export async function readWorkspace(api: AttioApi, source: Source, expected: string | null): Promise<Workspace> {
  const answer = await api.self();
  const self = readAttio(selfSchema, answer, 'self');
  if (!self.active)
    throw new SyncError('auth', `Attio does not know the token. Check it, or make a new one${saying(answer)}.`);
  assertExpected(self.workspace_id, source.externalId, expected);
  const members = await allowed(api.members());
  const names = new Map(
    members.flatMap((raw) => {
      const read = readObject(memberSchema, raw);
      if (typeof read === 'string') return [];
      const { id, first_name, last_name } = read.fields;
      const name = [first_name, last_name].filter(Boolean).join(' ');
      return name === '' ? [] : [[id.workspace_member_id, name] as const];
    }),
  );
  const objects = await allowed(api.objects());
  const slugs = new Map(
    objects.flatMap((raw) => {
      const read = readObject(objectSchema, raw);
      return typeof read === 'string' ? [] : [[read.fields.id.object_id, read.fields.api_slug] as const];
    }),
  );
  const objectSlug = (name: string | null) => (name === null ? null : (slugs.get(name) ?? name));
  return {
    id: self.workspace_id,
    memberName: (id) => (id === null ? null : (names.get(id) ?? null)),
    objectSlug,
    recordUrl(object, recordId) {
      const slug = objectSlug(object);
      if (self.workspace_slug === null || slug === null || recordId === null) return null;
      return [APP, self.workspace_slug, slug, 'record', recordId].join('/');
    },
  };
}

/** A token without the right to read names still mirrors everything else. */
async function allowed(reading: Promise<OffsetPage>): Promise<readonly unknown[]> {
  try {
    return (await reading).rows;
  } catch (error) {
    if (error instanceof SyncError && error.options.status === 403) return [];
    throw error;
  }
}

/**
 * What another workspace answers would look like this one with everything deleted.
 * @throws SyncError `config`
 */
function assertExpected(id: string | null, named: string, expected: string | null): void {
  if (id === null) return;
  if (named !== '' && named !== id)
    throw new SyncError(
      'config',
      `The Attio token belongs to workspace ${id}, the source is workspace ${named}. Use that workspace's token, or its id.`,
    );
  if (expected !== null && expected !== id)
    throw new SyncError(
      'config',
      `What is stored came from the Attio workspace ${expected}, but the token belongs to ${id}: use a token of the former, or bind the project to the latter by its id (external_id of its source), which removes what is stored`,
    );
}
