import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import { AppError } from '../common/app-error.js';
import { Config } from '../config/index.js';
import { Database, type Sql, type Tx } from '../database/index.js';
import { validationFailed } from '../http/index.js';
import { CredentialSeal, type SourceCredentials } from './credential-seal.js';
import type { ConnectorName } from './domain/connectors.js';
import { bindingProblems, type OpenSource, type SourceFilter } from './domain/source-binding.js';
import { webhookSteps } from './domain/webhook-setup.js';
import type { Project } from './project.entity.js';
import { ProjectSourcesRepository, type BindingColumns } from './project-sources.repository.js';
import { type LeavingCounts, SourceChanges } from './source-changes.js';
import { SourceKinds } from './source-kinds.js';

/** A binding as people see it. */
export interface ShownSource {
  connector: ConnectorName;
  external_id: string | null;
  filter: SourceFilter;
  has_credentials: boolean;
  /** Whether forged webhooks can be found out: a secret is stored, and can be opened. */
  has_webhook_secret: boolean;
  /** Where the vendor's webhooks are to be sent, on this server. */
  webhook_path: string;
  /** How an operator gets the vendor to send them there. */
  webhook_steps: string[];
}

/** Credentials as they come: what is left out stays as it is, null is removed. */
export type GivenCredentials = { [name in keyof SourceCredentials]: SourceCredentials[name] | null };

export interface WantedSource {
  external_id: string | null;
  filter: Record<string, unknown>;
  /** Undefined keeps all that is stored, null removes it. */
  credentials: GivenCredentials | null | undefined;
}

/** Where each project's data comes from. */
@Injectable()
export class ProjectSources {
  constructor(
    private readonly database: Database,
    private readonly sources: ProjectSourcesRepository,
    private readonly seal: CredentialSeal,
    private readonly audit: AuditLog,
    private readonly changes: SourceChanges,
    private readonly kinds: SourceKinds,
    private readonly config: Config,
  ) {}

  /**
   * The project's own binding to a connector, or null when the environment's applies.
   * @throws AppError `secrets_key_missing` when its credentials can't be opened.
   */
  async sourceOf(projectId: string, connector: ConnectorName, sql: Sql = this.database): Promise<OpenSource | null> {
    const row = await this.sources.find(sql, projectId, connector);
    return row && this.opened(row, projectId);
  }

  /** Whether the environment's credentials may serve the project, and the scope that they belong to. */
  async environmentScope(
    projectId: string,
    sql: Sql = this.database,
  ): Promise<{ serves: boolean; key: string | null }> {
    const key = this.config.ENV_SOURCES_SCOPE;
    return { serves: key !== null && (await this.sources.isInScope(sql, projectId, key)), key };
  }

  /**
   * The project whose binding gets a vendor's webhooks at this id, and the secret they are signed with; null when there
   * is no such binding, or none with a secret.
   * @throws AppError `secrets_key_missing` when the secret can't be opened.
   */
  async webhookTarget(
    connector: ConnectorName,
    webhookId: string,
  ): Promise<{ projectId: string; secret: string } | null> {
    const row = await this.sources.findByWebhook(this.database, connector, webhookId);
    const credentials = row?.sealed_credentials
      ? this.seal.open(row.sealed_credentials, row.project_id, connector)
      : null;
    return row && credentials?.webhook_secret
      ? { projectId: row.project_id, secret: credentials.webhook_secret }
      : null;
  }

  /** @throws AppError `not_found` when the project has no binding of its own. */
  async show(project: Project, connector: ConnectorName): Promise<ShownSource> {
    const row = await this.sources.find(this.database, project.id, connector);
    if (!row) throw noSource(connector);
    return this.shown(row, project);
  }

  /**
   * All bindings of the project by vendor, each as people see it and as it is used; `open` null: it can't be opened.
   */
  async all(project: Project): Promise<Map<ConnectorName, { shown: ShownSource; open: OpenSource | null }>> {
    const rows = await this.sources.list(this.database, project.id);
    return new Map(
      rows.map((row) => [row.connector, { shown: this.shown(row, project), open: this.openedOrNull(row, project.id) }]),
    );
  }

  /**
   * Makes or replaces the binding and returns it.
   * @throws AppError `validation_failed`, also where it needs credentials of its own and has none;
   * `secrets_key_missing` when credentials come and there is no key, or some of them shall stay that can't be opened.
   */
  async put(project: Project, connector: ConnectorName, wanted: WantedSource): Promise<ShownSource> {
    this.assertFits(connector, wanted);
    return this.database.transaction(async (tx) => (await this.bind(tx, project, connector, wanted)).source);
  }

  /**
   * What `put` would answer, and what would leave the project with it; nothing is kept.
   * @throws AppError like `put`
   */
  async preview(
    project: Project,
    connector: ConnectorName,
    wanted: WantedSource,
  ): Promise<{ source: ShownSource; leaving: LeavingCounts }> {
    this.assertFits(connector, wanted);
    return this.database.rehearse(async (tx) => {
      const { source, change } = await this.bind(tx, project, connector, wanted);
      return { source, leaving: await this.changes.foresee(tx, change) };
    });
  }

  /**
   * Removes the binding and returns what it was.
   * @throws AppError `not_found` without one.
   */
  async remove(project: Project, connector: ConnectorName): Promise<ShownSource> {
    return this.database.transaction(async (tx) => {
      const row = await this.sources.remove(tx, project.id, connector);
      if (!row) throw noSource(connector);
      const was = this.shown(row, project);
      await this.record(tx, project, 'project_source.delete', was, null);
      await this.changes.tell(tx, { ...this.changeOf(project, connector, row), removed: true });
      return was;
    });
  }

  private assertFits(connector: ConnectorName, wanted: WantedSource): void {
    const problems = bindingProblems(connector, this.kinds.of(connector).binding, wanted);
    if (problems.length > 0) throw validationFailed(problems);
  }

  private async bind(tx: Tx, project: Project, connector: ConnectorName, wanted: WantedSource) {
    const before = await this.sources.find(tx, project.id, connector);
    const after = await this.sources.put(tx, project.id, connector, {
      external_id: wanted.external_id,
      filter: wanted.filter as SourceFilter,
      sealed_credentials: wanted.credentials && this.sealed(wanted.credentials, before, project.id, connector),
    });
    const changed = wanted.credentials === undefined ? {} : { credentials_changed: true };
    const was = before && this.shown(before, project);
    const source = this.shown(after, project);
    await this.record(tx, project, 'project_source.put', was, { ...source, ...changed });
    const change = { ...this.changeOf(project, connector, before), removed: false };
    await this.changes.tell(tx, change);
    return { source, change };
  }

  /** @throws AppError `secrets_key_missing` */
  private opened(row: BindingColumns, projectId: string): OpenSource {
    const credentials = row.sealed_credentials && this.seal.open(row.sealed_credentials, projectId, row.connector);
    return { externalId: row.external_id, filter: row.filter, apiToken: credentials?.api_token ?? null };
  }

  private changeOf(project: Project, connector: ConnectorName, before: BindingColumns | null) {
    const change = { projectId: project.id, connector };
    if (before === null) return { ...change, before };
    const open = this.openedOrNull(before, project.id);
    return open === null ? change : { ...change, before: open };
  }

  /** Null: its credentials can't be opened. */
  private openedOrNull(row: BindingColumns, projectId: string): OpenSource | null {
    try {
      return this.opened(row, projectId);
    } catch (error) {
      if (isKeyMissing(error)) return null;
      throw error;
    }
  }

  /** What is to be stored of the given credentials and those that were there; null when nothing is left. */
  private sealed(
    given: GivenCredentials,
    before: BindingColumns | null,
    projectId: string,
    connector: ConnectorName,
  ): Buffer | null {
    const { api_token, webhook_secret } = given;
    const keeps = api_token === undefined || webhook_secret === undefined;
    const stored =
      keeps && before?.sealed_credentials ? this.seal.open(before.sealed_credentials, projectId, connector) : {};
    const merged: SourceCredentials = {
      api_token: api_token === undefined ? stored.api_token : (api_token ?? undefined),
      webhook_secret: webhook_secret === undefined ? stored.webhook_secret : (webhook_secret ?? undefined),
    };
    const empty = merged.api_token === undefined && merged.webhook_secret === undefined;
    return empty ? null : this.seal.close(merged, projectId, connector);
  }

  private shown(row: BindingColumns, project: Project): ShownSource {
    const path = `/webhooks/${row.connector}/${row.webhook_id}`;
    return {
      connector: row.connector,
      external_id: row.external_id,
      filter: row.filter,
      has_credentials: row.sealed_credentials !== null,
      has_webhook_secret: this.hasWebhookSecret(row, project.id),
      webhook_path: path,
      webhook_steps: webhookSteps(this.kinds.of(row.connector).webhookSetup, path),
    };
  }

  private hasWebhookSecret({ sealed_credentials, connector }: BindingColumns, projectId: string): boolean {
    try {
      return Boolean(sealed_credentials && this.seal.open(sealed_credentials, projectId, connector).webhook_secret);
    } catch (error) {
      if (isKeyMissing(error)) return false;
      throw error;
    }
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
      before: before && recorded(before),
      after: after && recorded(after),
    });
  }
}

const isKeyMissing = (error: unknown) => error instanceof AppError && error.code === 'secrets_key_missing';

const recorded = ({ webhook_steps: _steps, ...source }: ShownSource) => source;

const noSource = (connector: ConnectorName) =>
  new AppError(
    'not_found',
    `The project has no ${connector} source of its own: the server's environment applies to it`,
  );
