import type { Api } from '../client/api.js';
import type { Run } from '../client/run.js';
import type { Session } from '../client/session.js';
import { projectInBody } from './named-project.js';
import { routeAt, type Document, type Route } from '../client/route-marks.js';
import { routeKey, type RunBoard } from '../client/run-board.js';

/** A request as Swagger UI is about to send it. */
export interface OutgoingRequest {
  url: string;
  method?: string;
  headers: Record<string, string>;
  body?: unknown;
}

export interface IncomingResponse {
  url: string;
  status: number;
  body?: unknown;
}

/** Adds to each request what a person would else have to add by hand, and takes note of what answers tell. */
export class Interceptors {
  constructor(
    private readonly document: Document,
    private readonly api: Api,
    private readonly session: Session,
    private readonly board: RunBoard,
  ) {}

  /**
   * The CSRF token, and the project that the page shows, so that another tab's choice can't slip in. What was entered
   * by hand stays.
   */
  async request(request: OutgoingRequest): Promise<OutgoingRequest> {
    const url = new URL(request.url, this.api.root);
    const method = request.method ?? 'GET';
    const route = this.routeOf(method, url);
    if (!route) return request;
    if (method.toUpperCase() !== 'GET') {
      const token = await this.api.csrfToken();
      if (token !== null && !has(request.headers, 'x-csrf-token')) request.headers['x-csrf-token'] = token;
    }
    const projectId = this.activeProjectId();
    if (route.marks.project && projectId !== null && !namesProject(url, request.body)) {
      url.searchParams.set('project_id', projectId);
      request.url = url.href;
    }
    return request;
  }

  /** Follows a run that was started, and asks anew who is signed in where the answer may have changed that. */
  response(response: IncomingResponse): IncomingResponse {
    const url = new URL(response.url, this.api.root);
    const body = isRecord(response.body) ? response.body : {};
    if (response.status === 202 && isRecord(body['job_run'])) {
      const route = this.routeOf('POST', url);
      if (route) {
        void this.board.follow(
          routeKey(route.method, route.path),
          body['job_run'] as unknown as Run,
          url.searchParams.get('project_id') ?? this.activeProjectId(),
          body['joined'] === true,
        );
      }
    }
    const ended = response.status === 401 && body['error'] === 'unauthorized';
    if (ended || /\/(?:auth\/log(?:in|out)|projects(?:\/[^/]+\/select)?)$/.test(url.pathname)) {
      void this.session.refresh();
    }
    return response;
  }

  private routeOf(method: string, url: URL): Route | null {
    const { root } = this.api;
    if (url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return null;
    return routeAt(this.document, method, url.pathname.slice(root.pathname.length - 1));
  }

  private activeProjectId(): string | null {
    const state = this.session.state.get();
    return state.phase === 'signed_in' ? state.activeProjectId : null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const has = (headers: Record<string, string>, name: string) =>
  Object.keys(headers).some((key) => key.toLowerCase() === name);

/** Whether query or body names a project already; the server wants them equal. */
const namesProject = (url: URL, body: unknown) => url.searchParams.has('project_id') || projectInBody(body) !== null;
