import type { Application, NextFunction, Request, Response } from 'express';
import { wayToRoot } from './browser-files.js';
import { drawnPage, type DrawnPage } from './drawn-page.js';

const PAGE: DrawnPage = {
  name: 'portfolio',
  title: 'projects',
  skip: { to: 'projects', text: 'Skip to the projects' },
  otherwise: 'GET /portfolio',
};

/**
 * Serves the page at /: all projects, those that need somebody first. Only browsers are shown it: a caller of routes
 * that comes here by mistake gets a 404, as everywhere.
 */
export function servePortfolioPage(app: Application): void {
  app.get('/', (request: Request, response: Response, next: NextFunction) => {
    response.vary('accept');
    if (request.accepts(['json', 'html']) !== 'html') return next();
    // The page is the same for everybody; what it shows is not in it.
    response.removeHeader('cache-control');
    response.type('html').send(drawnPage(wayToRoot(request), PAGE));
  });
}
