import { Api } from '../client/api.js';
import { messageOf } from '../client/api-problem.js';
import { Session } from '../client/session.js';
import { AccountBar } from '../shared/account-bar.js';
import { element } from '../shared/element.js';
import { followColorScheme } from '../shared/theme.js';
import { Interceptors, type IncomingResponse, type OutgoingRequest } from './interceptors.js';
import { pageDocument } from './page-document.js';
import { pagePlugin } from './plugin.js';
import type { Document } from '../client/route-marks.js';
import { RunBoard } from '../client/run-board.js';

const PAGES = [
  ['', 'All projects'],
  ['inbox', 'Inbox'],
  ['search', 'Search'],
  ['ops', 'Operations'],
] as const;

/** Swagger UI in which an operator can work: signed in, with a project chosen, and with runs followed. */
async function start(): Promise<void> {
  followColorScheme();
  const api = new Api(new URL('../../', import.meta.url));
  const session = new Session(api);
  const bar = new AccountBar(session, 'KAG server');
  bar.mount(place('bar'));
  place('bar').append(pages(api.root));
  place('skip').addEventListener('click', skipToRoutes);
  void session.refresh();
  // The session is shared with other tabs, and may end while the page is hidden.
  window.addEventListener('focus', () => void session.refresh());
  const board = new RunBoard(api, (text) => bar.announce(text));
  try {
    showRoutes(await api.call<Document>('GET', 'openapi.json'), api, session, board);
  } catch (error) {
    place('swagger-ui').replaceChildren(
      element('p', { class: 'page-error', role: 'alert' }, `The routes can’t be shown. ${messageOf(error)}`),
    );
  }
}

function showRoutes(document: Document, api: Api, session: Session, board: RunBoard): void {
  const interceptors = new Interceptors(document, api, session, board);
  SwaggerUIBundle({
    spec: pageDocument(document, api.root.href),
    domNode: place('swagger-ui'),
    presets: [SwaggerUIBundle.presets.apis],
    plugins: [() => pagePlugin(document, session, board)],
    deepLinking: true,
    filter: true,
    tagsSorter: 'alpha',
    tryItOutEnabled: true,
    displayRequestDuration: true,
    defaultModelsExpandDepth: -1,
    requestInterceptor: (request: OutgoingRequest) => interceptors.request(request),
    responseInterceptor: (response: IncomingResponse) => interceptors.response(response),
  });
}

/** The ways to the pages that show the same without requests by hand. */
function pages(root: URL): HTMLElement {
  const links = PAGES.map(([path, text]) => element('a', { href: new URL(path, root).href }, text));
  return element('nav', { class: 'bar-pages', 'aria-label': 'Pages' }, ...links);
}

/** By hand, since the address after # is Swagger UI's, and says which route is open. */
function skipToRoutes(event: Event): void {
  event.preventDefault();
  document.getElementById('operations')?.focus();
}

function place(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

void start();
