import { Injectable } from '@nestjs/common';
import { type Project, ProjectSources, WHOLE_NUMBER } from '../projects/index.js';
import { ConnectorRegistry, type Vendor } from './core/connector-registry.js';
import { Sources } from './core/sources.js';
import { isLacking } from './domain/resolve-source.js';

/** What a project reads from each vendor, and what a source of its own may say. */
@Injectable()
export class ProjectSourcesList {
  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly bindings: ProjectSources,
    private readonly sources: Sources,
  ) {}

  async of(project: Project) {
    const own = await this.bindings.all(project);
    const listed = [];
    for (const name of this.registry.names()) {
      const vendor = this.registry.get(name);
      const binding = own.get(name);
      const unopened = binding !== undefined && binding.open === null;
      const reads = unopened ? UNOPENED : await this.reads(project, vendor, binding?.open ?? null);
      listed.push({ connector: name, source: binding?.shown ?? null, ...reads, accepts: acceptedBy(vendor) });
    }
    return listed;
  }

  private async reads(project: Project, vendor: Vendor, own: Parameters<Sources['resolveOwn']>[2]) {
    const found = await this.sources.resolveOwn(project.id, vendor, own);
    if (!isLacking(found)) return { reads_with: found.token, lacking: null };
    const { message, missing, unused = false } = found;
    return { reads_with: null, lacking: { message, missing, unused } };
  }
}

/** Whose key is gone, as every use of the source says. */
const UNOPENED = {
  reads_with: null,
  lacking: {
    message:
      'The stored credentials were sealed under another SECRETS_KEY; put that key into SECRETS_KEYS_BEFORE, or enter the token again',
    missing: ['credentials.api_token'],
    unused: false,
  },
};

function acceptedBy({ binding, environment, webhooks }: Vendor) {
  return {
    external_id: binding.externalId.holds,
    external_id_optional: environment.externalIdOptional ?? false,
    filters: Object.entries(binding.filter).map(([name, kind]) => ({
      name,
      holds: kind.holds,
      of: kind === WHOLE_NUMBER ? ('number' as const) : ('text' as const),
    })),
    webhooks: webhooks !== undefined,
  };
}
