import type { Api } from '../client/api.js';
import { problemText } from '../client/api-problem.js';
import { routeAt, type Document, type Route } from '../client/route-marks.js';
import type { Run } from '../client/run.js';
import type { RunBoard } from '../client/run-board.js';
import { reaches, type Role } from '../client/session.js';
import { Store } from '../client/store.js';
import { confirmed } from '../shared/confirm-dialog.js';
import { shortRequest, type StepRequest } from './models/remedy.js';
import type { Texts } from './texts/index.js';

/** What a button's request has come to. A run that it started is on the board, under the same key. */
export type Outcome =
  | { phase: 'sending' }
  | { phase: 'started' }
  | { phase: 'done' }
  | { phase: 'answered'; answer: string }
  | { phase: 'failed'; why: string };

/** What a person is asked before, in their own words. */
export interface Asking {
  title: string;
  /** What will happen; unset: what the route says of itself. */
  text?: string;
  /** The answer that lets it happen. */
  yes: string;
}

interface Surroundings {
  texts: () => Texts;
  announce: (text: string) => void;
  project: () => { id: string; name: string } | null;
  role: () => Role | null;
  /** Called when a run has begun. */
  started: () => void;
  /** Called when something has changed. */
  changed: () => void;
}

/** Sends what buttons stand for: after a question where the route asks for one, and with its run followed. */
export class Actions {
  readonly outcomes = new Store<ReadonlyMap<string, Outcome>>(new Map());
  private routes: Document | null = null;

  constructor(
    private readonly api: Api,
    readonly board: RunBoard,
    private readonly around: Surroundings,
  ) {}

  /** The routes, once the document has come. */
  get document(): Document | null {
    return this.routes;
  }

  know(routes: Document): void {
    this.routes = routes;
  }

  /** Forgets what was done: it was about another project, or somebody else did it. */
  clear(): void {
    this.board.clear();
    this.outcomes.set(new Map());
  }

  /** The role that the request needs and the person has not; null when they may send it. */
  lacking({ method, path }: StepRequest): Role | null {
    const access = this.routeOf(method, path)?.marks.access ?? 'operator';
    const role = this.around.role();
    return access === 'public' || (role !== null && reaches(role, access)) ? null : access;
  }

  /**
   * Sends the request about the project; nothing when the question is answered with no.
   * @returns whether it was sent and taken
   */
  async send(key: string, request: StepRequest, label?: string, asking?: Asking): Promise<boolean> {
    const project = this.around.project();
    if (project === null || !(await this.agreed(request, project.name, asking))) return false;
    const name = label ?? shortRequest(request);
    let taken = false;
    const texts = this.around.texts();
    this.set(key, { phase: 'sending' });
    try {
      const { method, body } = request;
      const answer = await this.api.call<Record<string, unknown>>(method, pathAbout(request, project.id), {
        ...(body === null ? {} : { body }),
        ...(method === 'GET' ? {} : { headers: { prefer: 'respond-async' } }),
      });
      const run = answer['job_run'] as Run | undefined;
      if (run) {
        this.set(key, { phase: 'started' });
        this.around.started();
        await this.board.follow(key, run, project.id, answer['joined'] === true);
      } else if (method === 'GET') {
        this.set(key, { phase: 'answered', answer: JSON.stringify(answer, null, 2) });
      } else {
        this.set(key, { phase: 'done' });
        this.around.announce(`${name}: ${texts.step.done}`);
      }
      taken = true;
    } catch (error) {
      const why = problemText(error, texts.bar.problems);
      this.set(key, { phase: 'failed', why });
      this.around.announce(`${name}: ${why}`);
    }
    // Even after a failure: it may have changed something before it failed.
    if (request.method !== 'GET') this.around.changed();
    return taken;
  }

  private async agreed({ method, path }: StepRequest, project: string, asking?: Asking): Promise<boolean> {
    const route = this.routeOf(method, path);
    // A route that is not known yet may be a dangerous one: it is asked about, too.
    const confirm = route ? route.marks.confirm : '';
    if (confirm === null && !asking) return true;
    const { step } = this.around.texts();
    const own = route && step.confirm[`${route.method.toUpperCase()} ${route.path}`];
    const text = asking?.text ?? (own || (confirm ?? ''));
    return confirmed({
      title: asking?.title ?? step.question(shortRequest({ method, path })),
      text: [...(text === '' ? [] : [text]), step.project(project)],
      yes: asking?.yes ?? step.send,
      no: step.cancel,
    });
  }

  private routeOf(method: string, path: string): Route | null {
    const [pathname = ''] = path.split('?', 1);
    return this.routes && routeAt(this.routes, method, pathname);
  }

  private set(key: string, outcome: Outcome): void {
    this.outcomes.set(new Map(this.outcomes.get()).set(key, outcome));
  }
}

/** Relative to the root, and with the project where the path has none. */
function pathAbout({ path }: StepRequest, projectId: string): string {
  const relative = path.replace(/^\//, '');
  if (/^(?:auth|projects|health|users)(?:\/|$)/.test(relative) || /[?&]project_id=/.test(relative)) return relative;
  return `${relative}${relative.includes('?') ? '&' : '?'}project_id=${encodeURIComponent(projectId)}`;
}
