import type { Api } from '../client/api.js';

const PAUSE_MS = 1_000;
/** The most that the server counts at once. */
const MAX_AT_ONCE = 200;

/** Tells the server which recommendations came into sight, each once, those of a moment together. */
export class ShownReporter {
  private readonly known = new Set<string>();
  private waiting: string[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly api: Pick<Api, 'send'>) {}

  see(id: string): void {
    if (this.known.has(id)) return;
    this.known.add(id);
    this.waiting.push(id);
    this.timer ??= setTimeout(() => void this.tell(), PAUSE_MS);
  }

  /** Forgets what was in sight, for another person. */
  clear(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.known.clear();
    this.waiting = [];
  }

  private async tell(): Promise<void> {
    const recommendation_ids = this.waiting.splice(0, MAX_AT_ONCE);
    this.timer = this.waiting.length > 0 ? setTimeout(() => void this.tell(), PAUSE_MS) : undefined;
    try {
      await this.api.send<'markInboxShown'>('POST', 'recommendations/shown', { body: { recommendation_ids } });
    } catch {
      // It goes along with what comes into sight next. That it was seen is worth no message to the person.
      this.waiting.unshift(...recommendation_ids.filter((id) => this.known.has(id)));
    }
  }
}
