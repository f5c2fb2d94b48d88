import type { Api } from './api.js';

/** Changes come in swarms: a page hears of each swarm once. */
const SWARM_MS = 1_500;
/** How often a page looks for changes by itself while it is told of them: for what no change tells of. */
export const QUIET_MS = 120_000;

/** How long after a refusal a stream is asked for again; the pauses grow with each in a row. */
const AGAIN_MS = 5_000;
const LONGEST_PAUSE_MS = 120_000;

interface Told {
  project_id: string;
}

/**
 * Hears of what changes in the projects that the signed-in person reaches. Only while somebody looks: browsers hold few
 * connections to a server at once, and all tabs share them. Where the stream can't be had, nothing is heard: what a
 * page shows is fetched anew now and then all the same.
 */
export class Changes {
  private source: EventSource | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;
  private refusals = 0;
  private readonly projects = new Set<string>();

  constructor(
    private readonly api: Api,
    /** @param projects those that changed; null: any may have */
    private readonly hear: (projects: ReadonlySet<string> | null) => void,
  ) {}

  /** Whether changes are being told: then there is no need to look for them. */
  get told(): boolean {
    return this.source?.readyState === EventSource.OPEN;
  }

  open(): void {
    if (this.source && this.source.readyState !== EventSource.CLOSED) return;
    clearTimeout(this.again);
    const source = new EventSource(new URL('events', this.api.root));
    source.addEventListener('change', ({ data }: MessageEvent<string>) => {
      this.projects.add((JSON.parse(data) as Told).project_id);
      this.plan();
    });
    source.addEventListener('missed', () => this.tell(null));
    source.addEventListener('open', () => this.back(source));
    source.addEventListener('error', () => this.refused(source));
    this.source = source;
  }

  close(): void {
    this.source?.close();
    this.source = null;
    clearTimeout(this.timer);
    clearTimeout(this.again);
    this.timer = undefined;
    this.refusals = 0;
    this.projects.clear();
  }

  /** What changed while there was no stream, nobody has told. */
  private back(source: EventSource): void {
    if (source !== this.source || this.refusals === 0) return;
    this.refusals = 0;
    this.tell(null);
  }

  /** Browsers come back by themselves after a broken connection, and never after a refusal, such as a proxy's 502. */
  private refused(source: EventSource): void {
    if (source !== this.source || source.readyState !== EventSource.CLOSED) return;
    this.again = setTimeout(() => this.open(), Math.min(AGAIN_MS * 2 ** this.refusals++, LONGEST_PAUSE_MS));
  }

  private plan(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const projects = new Set(this.projects);
      this.projects.clear();
      this.tell(projects);
    }, SWARM_MS);
  }

  private tell(projects: ReadonlySet<string> | null): void {
    if (this.source) this.hear(projects);
  }
}
