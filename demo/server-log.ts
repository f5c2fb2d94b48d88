import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const MAX_KEPT = 20;
/** A line as a server in development writes it. */
const LINE = /^\[[^\]]*\] (TRACE|DEBUG|INFO|WARN|ERROR|FATAL)(?: \([^)]*\))?: (.*)$/;

/** What a server writes: its steps for those who wait for it, its errors for those who look. */
export class ServerLog {
  /** Grows with every line. */
  lines = 0;
  /** What it last said that it does. */
  doing = '';
  private readonly kept: string[] = [];

  constructor(
    private readonly onStep: (doing: string) => void = () => {},
    private readonly onError: (line: string) => void = () => {},
  ) {}

  read(stream: Readable): void {
    createInterface({ input: stream }).on('line', (line) => this.take(line));
  }

  take(line: string): void {
    this.lines++;
    const [, level, text = ''] = LINE.exec(line) ?? [];
    if (level === 'INFO') {
      // Fields of a line stand behind it, in JSON.
      this.doing = text.replace(/ ?\{.*\}$/, '');
      this.onStep(this.doing);
    }
    if (level !== undefined && level !== 'ERROR' && level !== 'FATAL') return;
    this.kept.push(line);
    if (this.kept.length > MAX_KEPT) this.kept.shift();
    this.onError(line);
  }

  /** The last errors, each on a line of its own; empty where there are none. */
  get lastErrors(): string {
    return this.kept.join('\n');
  }
}
