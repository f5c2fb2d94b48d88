import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { rowKey } from '../common/source-row.js';
import { stableHash } from '../common/stable-hash.js';
import { VendorActions, type ActionTarget } from '../connectors/index.js';
import { Database } from '../database/index.js';
import {
  reaches,
  requestContext,
  roleIn,
  validationFailed,
  type ActiveProject,
  type Principal,
} from '../http/index.js';
import { RunStarter } from '../jobs/index.js';
import { AdvisedActions, type AdviceOf } from '../kag-recommendations/index.js';
import type { Action } from './action.entity.js';
import { REMINDER, type NewActionBody, type PreviewBody, type SendBody } from './actions.dto.js';
import { ActionsRepository, type ActionFilter, type ActionWithOutcome } from './actions.repository.js';
import { auditEntry } from './audited.js';
import { ACTIONS_DELIVERIES } from './deliveries.job.js';
import { draftOf, untitled } from './domain/draft.js';
import { mayCancel, mayRetry, maySend, type ActionStatus } from './domain/status.js';

/** What people have done for a project, and what they want to be reminded of. */
@Injectable()
export class Actions {
  constructor(
    private readonly actions: ActionsRepository,
    private readonly vendors: VendorActions,
    private readonly advice: AdvisedActions,
    private readonly starter: RunStarter,
    private readonly audit: AuditLog,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * What would be sent, and where it could go. Stores nothing.
   * @throws AppError `not_found`
   */
  async preview(project: ActiveProject, user: Principal, { kind, recommendation_id }: PreviewBody) {
    const advice = await this.adviceOf(project, recommendation_id);
    const action = kind === REMINDER ? null : this.vendors.of(kind);
    const draft = draftOf(action?.form ?? 'reminder', advice.said, advice.locale);
    const { needs, allowed } = this.right(project, user, kind);
    return {
      kind,
      locale: advice.locale,
      ...(action && !action.titled ? untitled(draft) : draft),
      targets: action ? await this.vendors.targets(project.id, kind, advice.evidence_refs.map(rowKey)) : [],
      reaches_client: action?.reachesClient ?? false,
      needs,
      allowed,
      lacking: action ? await this.vendors.lacking(project.id, kind) : null,
    };
  }

  /**
   * Queues it to be sent, once. A repeat under the same key answers with what the first one made.
   * @throws AppError `forbidden`, `not_found`, `validation_failed`, `connector_not_configured`,
   * `idempotency_key_reused`
   */
  async create(project: ActiveProject, user: Principal, key: string, body: NewActionBody): Promise<ActionWithOutcome> {
    const { kind, title = null, text, recommendation_id = null, draft = false } = body;
    const fingerprint = fingerprintOf(body);
    // First of all: what the first one needed may be gone meanwhile, and it is done all the same.
    const earlier = await this.actions.byKey(this.database, project.id, user.username, key);
    if (earlier) return this.repeated(project, earlier, fingerprint);
    // A draft stays here: the person who sends it needs the right.
    if (!draft) this.mustBeAllowed(project, user, kind);
    const target = await this.assertComplete(project, body);
    if (recommendation_id !== null) await this.adviceOf(project, recommendation_id);
    const now = this.clock.now();
    const action = {
      project_id: project.id,
      recommendation_id,
      kind,
      status: draft ? ('draft' as const) : ('queued' as const),
      target: target?.id ?? null,
      target_label: target?.label ?? null,
      title,
      text,
      due_at: body.due_at ?? null,
      idempotency_key: key,
      fingerprint,
      created_by: user.username,
      next_try_at: kind === REMINDER || draft ? null : now,
    };
    const made = await this.database.transaction(async (tx) => {
      const added = await this.actions.add(tx, action, now);
      if (!added) return null;
      await this.audit.record(tx, auditEntry('action.create', null, added));
      if (added.next_try_at !== null) await this.wantDelivery(tx, project.id, user);
      return added;
    });
    // Another request with the key was at it at the same time.
    if (made === null)
      return this.repeated(
        project,
        await this.actions.byKey(this.database, project.id, user.username, key),
        fingerprint,
      );
    this.starter.nudge();
    return { ...made, outcome: null };
  }

  /**
   * What the first request with the key made.
   * @throws AppError `idempotency_key_reused` where that was another one
   */
  private async repeated(
    project: ActiveProject,
    earlier: Pick<Action, 'id' | 'fingerprint'> | null | undefined,
    fingerprint: string,
  ): Promise<ActionWithOutcome> {
    if (earlier?.fingerprint === fingerprint) return this.one(project, earlier.id);
    throw new AppError('idempotency_key_reused', 'This Idempotency-Key belongs to another action; use a new key');
  }

  list(
    project: ActiveProject,
    filter: ActionFilter,
    limit: number,
    after: string | null,
  ): Promise<ActionWithOutcome[]> {
    return this.actions.list(project.id, filter, limit, after);
  }

  /** @throws AppError `not_found` */
  async one(project: ActiveProject, id: string): Promise<ActionWithOutcome> {
    const found = await this.actions.find(project.id, id);
    if (!found) throw notFound(id);
    return found;
  }

  /**
   * Sends a draft.
   * @throws AppError
   */
  send(project: ActiveProject, user: Principal, id: string, { confirm }: SendBody): Promise<ActionWithOutcome> {
    const step = { action: 'action.send', may: maySend, to: 'queued', sends: true } as const;
    return this.move(project, user, id, step, ({ kind }) => {
      const problems = unconfirmed(this.vendors.of(kind).reachesClient, confirm);
      if (problems.length > 0) throw validationFailed(problems);
    });
  }

  /**
   * Has it tried again at once, with as many tries as a new one.
   * @throws AppError
   */
  retry(project: ActiveProject, user: Principal, id: string): Promise<ActionWithOutcome> {
    return this.move(project, user, id, { action: 'action.retry', may: mayRetry, to: 'queued', sends: true });
  }

  /**
   * Keeps it from being sent.
   * @throws AppError
   */
  cancel(project: ActiveProject, user: Principal, id: string): Promise<ActionWithOutcome> {
    return this.move(project, user, id, { action: 'action.cancel', may: mayCancel, to: 'cancelled', sends: false });
  }

  /** @param assert throws where the step lacks something */
  private async move(
    project: ActiveProject,
    user: Principal,
    id: string,
    step: Step,
    assert: (action: Action) => void = () => {},
  ): Promise<ActionWithOutcome> {
    const now = this.clock.now();
    const moved = await this.database.transaction(async (tx) => {
      const before = await this.actions.lock(tx, project.id, id);
      if (!before) throw notFound(id);
      // Those who may make a draft may withdraw it.
      if (before.status !== 'draft' || step.to !== 'cancelled') this.mustBeAllowed(project, user, before.kind);
      if (!step.may(before)) throw invalidTransition(before, step.to);
      assert(before);
      await this.actions.move(tx, before, step.to, step.sends ? now : null, now);
      const after = (await this.actions.lock(tx, project.id, id)) ?? before;
      await this.audit.record(tx, auditEntry(step.action, before, after));
      if (step.sends) await this.wantDelivery(tx, project.id, user);
      return after;
    });
    this.starter.nudge();
    return { ...moved, outcome: null };
  }

  private async wantDelivery(tx: Parameters<RunStarter['followUp']>[0], projectId: string, user: Principal) {
    const run = { project_id: projectId, job_type: ACTIONS_DELIVERIES, triggered_by: user.username, payload: {} };
    await this.starter.followUp(tx, [{ ...run, request_id: requestContext().requestId }]);
  }

  /**
   * Where it goes; null: a reminder.
   * @throws AppError for what is missing, or does not belong to the kind
   */
  private async assertComplete(project: ActiveProject, body: NewActionBody): Promise<ActionTarget | null> {
    const { kind, target, title, due_at, confirm, draft } = body;
    const isReminder = kind === REMINDER;
    const action = isReminder ? null : this.vendors.of(kind);
    const titled = action?.titled ?? false;
    const problems = [
      ...given('target', target, !isReminder),
      ...given('title', title, titled),
      ...given('due_at', due_at, isReminder),
      ...(isReminder && draft === true ? [{ path: 'draft', problem: 'does not belong to this kind' }] : []),
      ...unconfirmed(action?.reachesClient === true && draft !== true, confirm),
    ];
    if (problems.length > 0) throw validationFailed(problems);
    if (!action) return null;
    const lacking = await this.vendors.lacking(project.id, kind);
    if (lacking !== null) throw new AppError('connector_not_configured', lacking);
    const [found] = await this.vendors.targets(project.id, kind, [], target ?? '');
    if (!found) throw validationFailed([{ path: 'target', problem: 'is no record of the project’s; see the preview' }]);
    return found;
  }

  private adviceOf(project: ActiveProject, id: string | undefined): Promise<AdviceOf> {
    return this.advice.of(project, id ?? null);
  }

  /** Which role it takes: the client hears from admins only. */
  private right(project: ActiveProject, { memberships }: Principal, kind: string) {
    const needs = kind !== REMINDER && this.vendors.of(kind).reachesClient ? ('admin' as const) : ('operator' as const);
    return { needs, allowed: reaches(roleIn(memberships, project.account_scope_id), needs) };
  }

  private mustBeAllowed(project: ActiveProject, user: Principal, kind: string): void {
    const { needs, allowed } = this.right(project, user, kind);
    if (!allowed) throw new AppError('forbidden', `${kind} needs the role ${needs} in the project’s account scope`);
  }
}

/** Of what is asked for, a target by the id that it has. */
const fingerprintOf = ({ kind, recommendation_id, target, title, text, due_at, draft }: NewActionBody): string =>
  stableHash([
    kind,
    recommendation_id ?? null,
    target ?? null,
    title ?? null,
    text,
    due_at?.toISOString() ?? null,
    draft ?? false,
  ]);

interface Step {
  action: string;
  may: (action: Action) => boolean;
  to: ActionStatus;
  sends: boolean;
}

function given(path: string, value: unknown, belongs: boolean) {
  const there = value !== undefined && value !== null;
  if (belongs && !there) return [{ path, problem: 'is needed for this kind' }];
  if (!belongs && there) return [{ path, problem: 'does not belong to this kind' }];
  return [];
}

/** What the client gets takes a word of its own. */
const unconfirmed = (reachesClient: boolean, confirm: boolean | undefined) =>
  reachesClient && confirm !== true ? [{ path: 'confirm', problem: 'must be true: the client gets to see this' }] : [];

const notFound = (id: string) => new AppError('not_found', `There is no action ${id} in the project`);

function invalidTransition({ status, unanswered }: Action, to: ActionStatus): AppError {
  const why = status === 'queued' && unanswered ? 'whose answer was lost, so that the vendor may have it,' : '';
  return new AppError(
    'invalid_transition',
    `An action that is ${status} ${why} can’t become ${to}`.replace('  ', ' '),
    {
      from: status,
      to,
    },
  );
}
