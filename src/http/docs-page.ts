import type { Application, Request, Response } from 'express';
import { wayToRoot } from './browser-files.js';

/** Serves the page at /docs: Swagger UI with a bar to log in and to choose a project. */
export function serveDocsPage(app: Application): void {
  // One address for the page, so that links into it are equal.
  app.get('/docs/index.html', (_request: Request, response: Response) => response.redirect(308, '../docs'));
  app.get('/docs', (request: Request, response: Response) => {
    response.type('html').send(page(wayToRoot(request)));
  });
}

function page(root: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>KAG server: routes</title>
    <link rel="icon" type="image/png" sizes="32x32" href="${root}docs/favicon-32x32.png">
    <link rel="icon" type="image/png" sizes="16x16" href="${root}docs/favicon-16x16.png">
    <link rel="stylesheet" href="${root}docs/swagger-ui.css">
    <link rel="stylesheet" href="${root}ui/docs/main.css">
  </head>
  <body>
    <a id="skip" class="skip" href="#operations">Skip to the routes</a>
    <header id="bar" class="bar"></header>
    <div id="swagger-ui"><p class="page-loading">The routes are loaded …</p></div>
    <noscript><p class="page-error">This page needs JavaScript; the document itself is at <a href="${root}openapi.json">/openapi.json</a>.</p></noscript>
    <script src="${root}docs/swagger-ui-bundle.js"></script>
    <script type="module" src="${root}ui/docs/main.js"></script>
  </body>
</html>
`;
}
