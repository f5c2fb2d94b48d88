import { AppError } from '../common/app-error.js';
import type { Sql } from '../database/index.js';
import type { CredentialSeal } from './credential-seal.js';
import { ProjectSourcesRepository } from './project-sources.repository.js';

/** How many stored credentials were under which key. */
export interface Resealed {
  current: number;
  resealed: number;
  /** What no key opens. */
  unreadable: string[];
}

/**
 * Seals again, under SECRETS_KEY, what a key before it sealed; what is under it already stays as it is. May run while
 * servers work, and any number of times.
 */
export async function resealCredentials(sql: Sql, seal: CredentialSeal): Promise<Resealed> {
  const sources = new ProjectSourcesRepository();
  const done: Resealed = { current: 0, resealed: 0, unreadable: [] };
  for (const { project_id, connector, sealed_credentials: before } of await sources.sealed(sql)) {
    try {
      if (seal.isCurrent(before, project_id, connector)) done.current++;
      else {
        const after = seal.close(seal.open(before, project_id, connector), project_id, connector);
        // One that changed meanwhile was sealed by a server that has the new key.
        if (await sources.reseal(sql, project_id, connector, before, after)) done.resealed++;
      }
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'secrets_key_missing') throw error;
      done.unreadable.push(`the project ${project_id} at ${connector}`);
    }
  }
  return done;
}
