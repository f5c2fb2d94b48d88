import type { Api } from '../client/api.js';
import { reachedProjects } from '../client/projects.js';
import type {
  DigestDelivery,
  DigestSubscription,
  NewSubscriptionBody,
  SubscriptionChangeBody,
} from '../client/published.js';

const MAX_DELIVERIES = 100;

/** An account scope that the person administers, by a project of it; null: it has none. */
export interface Scope {
  id: string;
  project: string | null;
}

export interface Known {
  /** Those that the person administers; none: they may not see any of this. */
  scopes: readonly Scope[];
  subscriptions: readonly DigestSubscription[];
  /** The newest first. */
  deliveries: readonly DigestDelivery[];
}

/** What an action has come to, beside what it is about; null: it is at work. */
export interface Said {
  text: string;
  good: boolean;
}

/** Reads and changes where digests are sent. */
export class Desk {
  /** By the id of what an action is about. */
  readonly said = new Map<string, Said | null>();

  constructor(
    private readonly api: Api,
    /** Called when something has changed, or an action has begun or ended. */
    private readonly changed: (stored: boolean) => void,
  ) {}

  async read(chosen: string, signal: AbortSignal): Promise<Known> {
    const { memberships } = await this.api.get<'getMe'>('auth/me', signal);
    const ids = memberships.filter(({ role }) => role === 'admin').map((one) => one.account_scope_id);
    if (ids.length === 0) return { scopes: [], subscriptions: [], deliveries: [] };
    const of = chosen === '' ? '' : `&subscription_id=${encodeURIComponent(chosen)}`;
    const [scopes, { subscriptions }, { deliveries }] = await Promise.all([
      this.named(ids, signal),
      this.api.get<'listDigestSubscriptions'>('digest/subscriptions', signal),
      this.api.get<'listDigestDeliveries'>(`digest/deliveries?limit=${MAX_DELIVERIES}${of}`, signal),
    ]);
    return { scopes, subscriptions, deliveries };
  }

  /**
   * @returns the secret that it signs with, shown this once; null: it signs nothing
   * @throws ApiProblem
   */
  async make(body: NewSubscriptionBody): Promise<string | null> {
    const { secret } = await this.api.send<'createDigestSubscription'>('POST', 'digest/subscriptions', { body });
    this.changed(true);
    return secret;
  }

  /** @throws ApiProblem */
  async change(id: string, body: SubscriptionChangeBody): Promise<void> {
    await this.api.send<'changeDigestSubscription'>('PATCH', `digest/subscriptions/${id}`, { body });
    this.changed(true);
  }

  /** @throws ApiProblem */
  async remove(id: string): Promise<void> {
    await this.api.send<'removeDigestSubscription'>('DELETE', `digest/subscriptions/${id}`);
    this.changed(true);
  }

  /**
   * Sends the latest digest now.
   * @returns why it was not taken; null: it was
   * @throws ApiProblem
   */
  async test(id: string): Promise<string | null> {
    const { delivered, error } = await this.api.send<'testDigestSubscription'>(
      'POST',
      `digest/subscriptions/${id}/test`,
    );
    return delivered ? null : (error ?? '');
  }

  /**
   * Has a digest tried again that was given up.
   * @throws ApiProblem
   */
  async again(id: string): Promise<void> {
    await this.api.send<'retryDigestDelivery'>('POST', `digest/deliveries/${id}/retry`);
    this.changed(true);
  }

  /** Does the work, and keeps what came of it beside what it is about. */
  async run(about: string, work: () => Promise<Said>, failed: (problem: unknown) => string): Promise<void> {
    if (this.said.get(about) === null) return;
    this.said.set(about, null);
    this.changed(false);
    try {
      this.said.set(about, await work());
    } catch (problem) {
      this.said.set(about, { text: failed(problem), good: false });
    }
    this.changed(false);
  }

  /** Names are needed where there are several. */
  private async named(ids: readonly string[], signal: AbortSignal): Promise<Scope[]> {
    const projects = ids.length > 1 ? await reachedProjects(this.api, signal) : [];
    return ids.map((id) => ({ id, project: projects.find((one) => one.account_scope_id === id)?.name ?? null }));
  }
}
