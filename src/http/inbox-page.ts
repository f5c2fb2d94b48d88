import type { Application, Request, Response } from 'express';
import { wayToRoot } from './browser-files.js';
import { drawnPage, type DrawnPage } from './drawn-page.js';

const PAGE: DrawnPage = {
  name: 'inbox',
  title: 'inbox',
  skip: { to: 'list', text: 'Skip to the recommendations' },
  otherwise: 'GET /recommendations',
};

/** Serves the page at /inbox: what is recommended to do in all projects, as a list to work off. */
export function serveInboxPage(app: Application): void {
  app.get('/inbox', (request: Request, response: Response) => {
    response.type('html').send(drawnPage(wayToRoot(request), PAGE));
  });
}
