import type { Application, NextFunction, Request, Response } from 'express';
import { wayToRoot } from './browser-files.js';

/**
 * Serves the page at /: all projects, those that need somebody first. Only browsers are shown it: a caller of routes that
 * comes here by mistake is told that there is none, as everywhere.
 */
export function servePortfolioPage(app: Application): void {
  app.get('/', (request: Request, response: Response, next: NextFunction) => {
    response.vary('accept');
    if (request.accepts(['json', 'html']) !== 'html') return next();
    // The page is the same for everybody; what it shows is not in it.
    response.removeHeader('cache-control');
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
    <title>KAG server: projects</title>
    <link rel="icon" type="image/png" sizes="32x32" href="${root}docs/favicon-32x32.png">
    <script src="${root}ui/shared/early-theme.js"></script>
    <link rel="stylesheet" href="${root}ui/styles/base.css">
    <link rel="stylesheet" href="${root}ui/styles/page.css">
    <link rel="stylesheet" href="${root}ui/styles/portfolio.css">
    <link rel="modulepreload" href="${root}ui/vendor/preact.js">
  </head>
  <body>
    <a id="skip" class="skip" href="#projects">Skip to the projects</a>
    <header class="bar">
      <div id="bar-main" class="bar-main"></div>
      <div id="bar-tools" class="bar-tools"></div>
    </header>
    <main id="main" class="page"></main>
    <noscript><p class="page-error">This page needs JavaScript. Without it: GET /portfolio.</p></noscript>
    <script type="module" src="${root}ui/portfolio/main.js"></script>
  </body>
</html>
`;
}
