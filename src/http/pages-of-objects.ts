import type { Application, NextFunction, Request, Response } from 'express';
import { wayToRoot } from './browser-files.js';
import { OPS_PAGE } from './ops-page.js';
import { drawnPage, type DrawnPage } from './drawn-page.js';

/** Pages at addresses that are routes too, or that begin as routes do: by the path below the server's root. */
const PAGES: readonly { at: RegExp; page: DrawnPage }[] = [
  {
    at: /^\/projects\/[^/]+$/,
    page: {
      name: 'project',
      title: 'project',
      skip: { to: 'project', text: 'Skip to the project' },
      otherwise: 'GET /projects/{id}/overview',
    },
  },
  {
    at: /^\/search$/,
    page: {
      name: 'search',
      title: 'search',
      skip: { to: 'found', text: 'Skip to the results' },
      otherwise: 'GET /search?q=…',
    },
  },
  {
    at: /^\/digest$/,
    page: {
      name: 'digest',
      title: 'digest',
      skip: { to: 'digest', text: 'Skip to the digest' },
      otherwise: 'GET /digest',
    },
  },
  {
    at: /^\/ops\/runs$/,
    page: { ...OPS_PAGE, skip: { to: 'runs', text: 'Skip to the content' }, otherwise: 'GET /jobs/runs' },
  },
  {
    at: /^\/digest\/subscriptions$/,
    page: {
      name: 'subscriptions',
      title: 'digest subscriptions',
      skip: { to: 'subscriptions', text: 'Skip to the subscriptions' },
      otherwise: 'GET /digest/subscriptions',
    },
  },
  {
    at: /^\/ops\/first-steps$/,
    page: { ...OPS_PAGE, skip: { to: 'first', text: 'Skip to the content' }, otherwise: 'POST /projects' },
  },
  {
    at: /^\/ops\/connectors$/,
    page: { ...OPS_PAGE, skip: { to: 'connectors', text: 'Skip to the content' }, otherwise: 'GET /connectors/state' },
  },
  {
    at: /^\/ops\/quality$/,
    page: { ...OPS_PAGE, skip: { to: 'quality', text: 'Skip to the content' }, otherwise: 'GET /kag/events/quality' },
  },
  {
    at: /^\/ops\/runs\/[^/]+$/,
    page: { ...OPS_PAGE, skip: { to: 'run', text: 'Skip to the content' }, otherwise: 'GET /jobs/runs/{id}' },
  },
];

/**
 * Serves the page of a project, that of a search, and that of the digest. Only browsers are shown them; a caller of
 * routes at the same address gets what the route answers, or a 404. They are not routes of Express: those would stand
 * in the list of routes.
 */
export function servePagesOfObjects(app: Application): void {
  app.use((request: Request, response: Response, next: NextFunction) => {
    const found = PAGES.find(({ at }) => at.test(request.path));
    if (!found || !['GET', 'HEAD'].includes(request.method)) return next();
    response.vary('accept');
    if (request.accepts(['json', 'html']) !== 'html') return next();
    // The page is the same for everybody; what it shows is not in it.
    response.removeHeader('cache-control');
    response.type('html').send(drawnPage(wayToRoot(request), found.page));
  });
}
