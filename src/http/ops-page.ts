import type { Application, Request, Response } from 'express';
import { wayToRoot } from './browser-files.js';

/** Serves the page at /ops: the state of the server and of a project, for people who would rather look than read. */
export function serveOpsPage(app: Application): void {
  app.get('/ops', (request: Request, response: Response) => {
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
    <title>KAG server: operations</title>
    <link rel="icon" type="image/png" sizes="32x32" href="${root}docs/favicon-32x32.png">
    <script src="${root}ui/shared/early-theme.js"></script>
    <link rel="stylesheet" href="${root}ui/styles/base.css">
    <link rel="stylesheet" href="${root}ui/styles/page.css">
    <link rel="stylesheet" href="${root}ui/styles/charts.css">
    <link rel="stylesheet" href="${root}ui/styles/ops.css">
    <link rel="modulepreload" href="${root}ui/vendor/preact.js">
    <link rel="modulepreload" href="${root}ui/vendor/chartist.js">
  </head>
  <body>
    <a id="skip" class="skip" href="#verdict">Skip to the verdict</a>
    <header class="bar">
      <div id="bar-main" class="bar-main"></div>
      <div id="bar-tools" class="bar-tools"></div>
    </header>
    <main id="main" class="page"></main>
    <noscript><p class="page-error">This page needs JavaScript. Without it: GET /ops/diagnosis, or npm run doctor.</p></noscript>
    <script type="module" src="${root}ui/ops/main.js"></script>
  </body>
</html>
`;
}
