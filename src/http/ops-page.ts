import type { Application, Request, Response } from 'express';
import { wayToRoot } from './browser-files.js';
import { drawnPage, type DrawnPage } from './drawn-page.js';

export const OPS_PAGE: DrawnPage = {
  name: 'ops',
  title: 'operations',
  skip: { to: 'verdict', text: 'Skip to the verdict' },
  otherwise: 'GET /ops/diagnosis, or npm run doctor',
};

/** Serves the page at /ops: the state of the server and of a project, for people who would rather look than read. */
export function serveOpsPage(app: Application): void {
  app.get('/ops', (request: Request, response: Response) => {
    response.type('html').send(drawnPage(wayToRoot(request), OPS_PAGE));
  });
}
