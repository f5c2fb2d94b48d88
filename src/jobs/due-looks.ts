import { RUN_QUEUE } from './queue-names.js';

/**
 * Looks whether something is due, for all workers of a process without notices: each by itself would ask for work as
 * often, with a statement that costs more.
 */
export class DueLooks {
  private timer: NodeJS.Timeout | null = null;
  private looking = false;

  constructor(
    private readonly everyMs: number,
    private readonly ask: (text: string, parameters: unknown[]) => Promise<{ rows: unknown[] }>,
    private readonly tell: () => void,
  ) {}

  start(): void {
    this.timer ??= setInterval(() => void this.look(), this.everyMs);
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      const { rows } = await this.ask(
        `SELECT 1 FROM pgboss.job WHERE name = $1 AND state < 'active' AND start_after < now() LIMIT 1`,
        [RUN_QUEUE],
      );
      if (rows.length > 0) this.tell();
    } catch {
      // The workers find out by themselves, and say so.
    } finally {
      this.looking = false;
    }
  }
}
