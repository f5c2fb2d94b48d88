import { Injectable } from '@nestjs/common';
import { AppError } from '../../common/app-error.js';
import { ProjectSources } from '../../projects/index.js';
import type { Source } from './contract.js';
import type { Vendor } from './connector-registry.js';

/** Finds where a project's records come from: its own binding, and the environment's for what that leaves open. */
@Injectable()
export class Sources {
  constructor(private readonly bindings: ProjectSources) {}

  /** @throws AppError `connector_not_configured` naming what is missing. */
  async of(projectId: string, { connector, environment }: Vendor): Promise<Source> {
    const binding = await this.bindings.sourceOf(projectId, connector.name);
    const externalId = binding?.externalId ?? environment.externalId ?? (environment.externalIdOptional ? '' : null);
    const apiToken = binding?.apiToken ?? environment.apiToken;
    const { variables } = environment;
    const missing = [
      ...(apiToken === null ? [variables.apiToken] : []),
      ...(externalId === null ? [variables.externalId] : []),
    ];
    if (externalId === null || apiToken === null) {
      throw new AppError(
        'connector_not_configured',
        `${connector.name} is not configured: set ${missing.join(' and ')}, or give the project a source of its own with PUT /projects/{id}/sources/${connector.name}`,
        { connector: connector.name, missing },
      );
    }
    return {
      connector: connector.name,
      externalId,
      apiToken,
      // Only the configured host is ever spoken to: a binding cannot name another one.
      baseUrl: environment.baseUrl,
      filter: { ...binding?.filter },
    };
  }
}
