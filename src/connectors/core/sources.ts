import { Injectable } from '@nestjs/common';
import { AppError } from '../../common/app-error.js';
import type { Sql } from '../../database/index.js';
import { ProjectSources, type OpenSource } from '../../projects/index.js';
import { boundSource } from '../domain/bound-source.js';
import { isLacking, resolveSource, type LackingSource, type ResolvedSource } from '../domain/resolve-source.js';
import type { Vendor } from './connector-registry.js';
import type { Source } from './contract.js';

/** Finds where a project's records come from: its own binding, and the environment's for what that leaves open. */
@Injectable()
export class Sources {
  constructor(private readonly bindings: ProjectSources) {}

  /** @throws AppError `connector_not_configured` naming what is missing. */
  async of(projectId: string, vendor: Vendor): Promise<Source> {
    const { name } = vendor.connector;
    const found = await this.resolve(projectId, vendor);
    if (isLacking(found)) {
      const { message, missing } = found;
      throw new AppError('connector_not_configured', message, { connector: name, missing });
    }
    const { externalId, apiToken, filter } = found;
    return {
      connector: name,
      externalId,
      apiToken,
      // Only the configured host is ever spoken to: a binding cannot name another one.
      baseUrl: vendor.environment.baseUrl,
      filter: { ...filter },
      bound: boundSource(found),
    };
  }

  /** The same as far as it goes, with what is missing. `sql`: the transaction that has just changed the binding. */
  async resolve(projectId: string, vendor: Vendor, sql?: Sql): Promise<ResolvedSource | LackingSource> {
    const own = await this.bindings.sourceOf(projectId, vendor.connector.name, sql);
    return this.resolveOwn(projectId, vendor, own, sql);
  }

  /** The same with this source of the project's own. */
  async resolveOwn(
    projectId: string,
    { connector, environment }: Vendor,
    own: OpenSource | null,
    sql?: Sql,
  ): Promise<ResolvedSource | LackingSource> {
    return resolveSource(connector.name, environment, own, await this.bindings.environmentScope(projectId, sql));
  }
}
