import type { Api } from '../client/api.js';
import type { Action, ActionPreview, NewActionBody } from '../client/published.js';
import { Store } from '../client/store.js';
import { isUnderWay } from './models/outbox.js';

/** What was done about one recommendation, as far as that is known. */
export type Outbox =
  { phase: 'loading' } | { phase: 'failed'; problem: unknown } | { phase: 'there'; actions: Action[] };

/** What a person can do with an action that is there. */
export type Move = 'send' | 'retry' | 'cancel';

interface About {
  id: string;
  project_id: string;
}

/** How often the page looks after what is under way, and for how long. */
const LOOK_EVERY_MS = 2_000;
const MAX_LOOKS = 30;

/** What people have had done about the recommendations that are open on the page. */
export class OutboxBook {
  readonly opened = new Store<ReadonlyMap<string, Outbox>>(new Map());
  /** Grows with each person. */
  private reader = 0;

  constructor(private readonly api: Api) {}

  /** Fetches them, unless that was begun already. */
  begin(about: About): void {
    if (!this.opened.get().has(about.id)) void this.open(about);
  }

  /** Fetches them, and looks after those that are under way; what is there stays in sight meanwhile. */
  async open(about: About, looks = MAX_LOOKS): Promise<void> {
    const { reader } = this;
    const set = (outbox: Outbox) => {
      if (reader === this.reader) this.opened.set(new Map(this.opened.get()).set(about.id, outbox));
    };
    if (this.opened.get().get(about.id)?.phase !== 'there') set({ phase: 'loading' });
    try {
      const query = `project_id=${about.project_id}&recommendation=${about.id}`;
      const { actions } = await this.api.get<'listActions'>(`actions?${query}`);
      set({ phase: 'there', actions });
      if (looks > 0 && reader === this.reader && actions.some(isUnderWay))
        setTimeout(() => reader === this.reader && void this.open(about, looks - 1), LOOK_EVERY_MS);
    } catch (problem) {
      set({ phase: 'failed', problem });
    }
  }

  /** @throws ApiProblem */
  async preview(kind: Action['kind'], { id, project_id }: About): Promise<ActionPreview> {
    const path = `actions/preview?project_id=${project_id}`;
    const body = { kind, recommendation_id: id };
    return (await this.api.send<'previewAction'>('POST', path, { body })).preview;
  }

  /**
   * @param key the same for each try of the same thing, which then is done once
   * @throws ApiProblem
   */
  async send(about: About, action: NewActionBody, key: string): Promise<void> {
    await this.api.send<'createAction'>('POST', `actions?project_id=${about.project_id}`, {
      body: { ...action, recommendation_id: about.id },
      headers: { 'idempotency-key': key },
    });
    void this.open(about);
  }

  /** @throws ApiProblem */
  async move(about: About, action: Action, how: Move): Promise<void> {
    // The person was asked before a draft is sent.
    const sending = how === 'send' ? { body: { confirm: true } } : {};
    try {
      const path = `actions/${action.id}/${how}?project_id=${about.project_id}`;
      await this.api.send<'sendAction' | 'retryAction' | 'cancelAction'>('POST', path, sending);
    } finally {
      void this.open(about);
    }
  }

  /** Forgets all of it, for another person. */
  clear(): void {
    this.reader++;
    this.opened.set(new Map());
  }
}
