import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import { AppError } from '../common/app-error.js';
import { Database, type Tx } from '../database/index.js';
import { validationFailed } from '../http/index.js';
import { CredentialSeal, type SourceCredentials } from './credential-seal.js';
import { bindingProblems, type Connector, type SourceFilter } from './domain/source-binding.js';
import type { Project } from './project.entity.js';
import { ProjectSourcesRepository, type SourceRow } from './project-sources.repository.js';

/** A binding with its credentials opened, for the connector that uses it. */
export interface OpenSource {
  externalId: string | null;
  filter: SourceFilter;
  /** Null: the environment's token applies. */
  apiToken: string | null;
}

/** A binding as people see it. */
export interface ShownSource {
  connector: Connector;
  external_id: string | null;
  filter: SourceFilter;
  has_credentials: boolean;
  /** Where the vendor's webhooks are to be sent, on this server. */
  webhook_path: string;
}

export interface WantedSource {
  external_id: string | null;
  filter: Record<string, unknown>;
  /** Undefined keeps what is stored, null removes it. */
  credentials: SourceCredentials | null | undefined;
}

/** Where each project's data comes from. */
@Injectable()
export class ProjectSources {
  constructor(
    private readonly database: Database,
    private readonly sources: ProjectSourcesRepository,
    private readonly seal: CredentialSeal,
    private readonly audit: AuditLog,
  ) {}

  /**
   * The project's own binding to a connector, or null when the environment's applies.
   * @throws AppError `secrets_key_missing` when its credentials can't be opened.
   */
  async sourceOf(projectId: string, connector: Connector): Promise<OpenSource | null> {
    const row = await this.sources.find(this.database, projectId, connector);
    if (!row) return null;
    const credentials = row.sealed_credentials && this.seal.open(row.sealed_credentials, projectId, connector);
    return { externalId: row.external_id, filter: row.filter, apiToken: credentials?.api_token ?? null };
  }

  /**
   * The project whose binding gets a vendor's webhooks at this id, and the secret they are signed with; null when there
   * is no such binding, or none with a secret.
   * @throws AppError `secrets_key_missing` when the secret can't be opened.
   */
  async webhookTarget(connector: Connector, webhookId: string): Promise<{ projectId: string; secret: string } | null> {
    const row = await this.sources.findByWebhook(this.database, connector, webhookId);
    const credentials = row?.sealed_credentials
      ? this.seal.open(row.sealed_credentials, row.project_id, connector)
      : null;
    return row && credentials?.webhook_secret
      ? { projectId: row.project_id, secret: credentials.webhook_secret }
      : null;
  }

  /** @throws AppError `not_found` when the project has no binding of its own. */
  async show(project: Project, connector: Connector): Promise<ShownSource> {
    const row = await this.sources.find(this.database, project.id, connector);
    if (!row) throw noSource(connector);
    return shown(row);
  }

  /** @throws AppError `validation_failed`, or `secrets_key_missing` when credentials come and there is no key. */
  async put(project: Project, connector: Connector, wanted: WantedSource): Promise<ShownSource> {
    const problems = bindingProblems(connector, wanted);
    if (problems.length > 0) throw validationFailed(problems);
    const sealed = wanted.credentials && this.seal.close(wanted.credentials, project.id, connector);
    return this.database.transaction(async (tx) => {
      const before = await this.sources.find(tx, project.id, connector);
      const after = await this.sources.put(tx, project.id, connector, {
        external_id: wanted.external_id,
        filter: wanted.filter as SourceFilter,
        sealed_credentials: sealed,
      });
      const changed = wanted.credentials === undefined ? {} : { credentials_changed: true };
      await this.record(tx, project, 'project_source.put', before && shown(before), { ...shown(after), ...changed });
      return shown(after);
    });
  }

  /** Removes the binding and returns it as it was. @throws AppError `not_found` when there is none. */
  async remove(project: Project, connector: Connector): Promise<ShownSource> {
    return this.database.transaction(async (tx) => {
      const row = await this.sources.remove(tx, project.id, connector);
      if (!row) throw noSource(connector);
      await this.record(tx, project, 'project_source.delete', shown(row), null);
      return shown(row);
    });
  }

  private record(
    tx: Tx,
    project: Project,
    action: string,
    before: ShownSource | null,
    after: ShownSource | null,
  ): Promise<void> {
    return this.audit.record(tx, {
      action,
      entity_type: 'project_source',
      entity_id: (after ?? before)?.connector ?? '',
      project_id: project.id,
      account_scope_id: project.account_scope_id,
      before,
      after,
    });
  }
}

const shown = (row: SourceRow): ShownSource => ({
  connector: row.connector,
  external_id: row.external_id,
  filter: row.filter,
  has_credentials: row.sealed_credentials !== null,
  webhook_path: `/webhooks/${row.connector}/${row.webhook_id}`,
});

const noSource = (connector: Connector) =>
  new AppError(
    'not_found',
    `The project has no ${connector} source of its own: the server's environment applies to it`,
  );
