import type { Api } from '../../client/api.js';
import type { ProjectSource, SourceBody } from '../../client/published.js';

/** Sets where a project reads from. */
export class SourceDesk {
  constructor(
    private readonly api: Api,
    readonly projectId: string,
    /** Called once something is stored. */
    private readonly changed: () => void,
  ) {}

  /**
   * What would leave the project, by table; nothing is stored.
   * @throws ApiProblem
   */
  async preview(connector: string, body: SourceBody): Promise<Record<string, number>> {
    const path = `${this.pathOf(connector)}?preview=true`;
    return (await this.api.send<'putProjectSource'>('PUT', path, { body })).leaving ?? {};
  }

  /** @throws ApiProblem */
  async save(connector: string, body: SourceBody): Promise<ProjectSource> {
    const { source } = await this.api.send<'putProjectSource'>('PUT', this.pathOf(connector), { body });
    this.changed();
    return source;
  }

  /** Where the vendor finds an address of this server, as far as the browser knows. */
  addressOf(path: string): string {
    return new URL(path.replace(/^\//, ''), this.api.root).href;
  }

  private pathOf(connector: string): string {
    return `projects/${encodeURIComponent(this.projectId)}/sources/${connector}`;
  }
}
