import type { Api } from '../client/api.js';
import type { Heard } from './models/judgement.js';

interface Page {
  /** Something about what is being said has changed. */
  changed: () => void;
  /** Reads the timeline anew. */
  read: () => Promise<unknown>;
}

/** What a person says of events from this page: what is on its way, and what was refused. */
export class Judging {
  private readonly sending = new Set<string>();
  private readonly refused = new Map<string, unknown>();

  constructor(
    private readonly api: Api,
    private readonly projectId: string,
    private readonly page: Page,
  ) {}

  isSending(eventId: string): boolean {
    return this.sending.has(eventId);
  }

  /** Why the last word on the event was not kept; null where it was. */
  problemOf(eventId: string): unknown {
    return this.refused.get(eventId) ?? null;
  }

  /** Says whether the event is right, and what it was instead; null: nothing. Once at a time for each event. */
  async say(eventId: string, right: boolean, instead: Heard | null): Promise<void> {
    if (this.sending.has(eventId)) return;
    this.sending.add(eventId);
    this.refused.delete(eventId);
    this.page.changed();
    const path = `kag/events/${encodeURIComponent(eventId)}/feedback?project_id=${encodeURIComponent(this.projectId)}`;
    try {
      await this.api.send<'judgeEvent'>('POST', path, { body: { right, instead } });
      await this.page.read();
    } catch (problem) {
      this.refused.set(eventId, problem);
    } finally {
      this.sending.delete(eventId);
      this.page.changed();
    }
  }
}
