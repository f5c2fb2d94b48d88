import { Refused } from '../../demo/api-client.js';
import { repeatedly } from './repeat.js';
import type { Site } from './site.js';

const CHANGE_EVERY_MS = 400;
const ASK_EVERY_MS = 700;

/** What people and vendors do all the time: changes at the source, and requests to the server. */
export class Load {
  /** Runs that the server has promised. */
  readonly promised = new Set<string>();
  /** How many requests got which status; 0: no answer. */
  readonly answers = new Map<number, number>();
  /** What answers said that are the server's own fault. */
  readonly broken: string[] = [];
  private readonly parts: { stop(): Promise<void> }[] = [];
  private turn = 0;

  constructor(
    private readonly site: Site,
    private seed: number,
  ) {}

  start(): void {
    this.parts.push(
      repeatedly(CHANGE_EVERY_MS, async () => this.change()),
      ...this.site.projectIds.map((id) => repeatedly(ASK_EVERY_MS, () => this.ask(id))),
    );
  }

  async stop(): Promise<void> {
    await Promise.all(this.parts.splice(0).map((part) => part.stop()));
  }

  /** Asks for a sync of the project; a run that is open is joined. */
  async askForSync(projectId: string): Promise<void> {
    await this.send(async () => {
      const { job_run_id: id } = await this.site.client.call<{ job_run_id: string }>(
        ...(['POST', `/connectors/chatwoot/sync?project_id=${projectId}`, {}, { prefer: 'respond-async' }] as const),
      );
      this.promised.add(id);
    });
  }

  private change(): void {
    this.site.sandbox.world.churn({ messages: 3, edits: 1, deletions: this.seed % 3 === 0 ? 1 : 0, seed: this.seed++ });
  }

  private async ask(projectId: string): Promise<void> {
    await this.askForSync(projectId);
    const query = { query: 'Where is our order?', topK: 5 };
    if (this.turn++ % 2 === 0)
      await this.send(() => this.site.client.call('GET', `/jobs/status?project_id=${projectId}`));
    else await this.send(() => this.site.client.call('POST', `/search?project_id=${projectId}`, query));
  }

  private async send(request: () => Promise<unknown>): Promise<void> {
    let status = 200;
    try {
      await request();
    } catch (error) {
      status = error instanceof Refused ? error.status : 0;
      // A server without its database may say so, and one that has ended says nothing.
      if (status !== 0 && status !== 503) this.broken.push((error as Error).message);
    }
    this.answers.set(status, (this.answers.get(status) ?? 0) + 1);
  }
}
