import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import express, { type Application, type Request } from 'express';

/** Where `npm run build` puts the browser's code: beside the server's, or in dist when the server runs from its sources. */
const WEB = import.meta.filename.endsWith('.ts')
  ? join(import.meta.dirname, '../../dist/web')
  : join(import.meta.dirname, '../../web');

const SWAGGER_UI = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
/** What the page needs of the package; the rest of it (source maps, other bundles, OAuth) is nobody's business. */
const SWAGGER_UI_FILES = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-16x16.png', 'favicon-32x32.png'];

const resolve = createRequire(import.meta.url).resolve;
/** Libraries that the pages' modules import, by the names under which they do so; each is one module without imports. */
const LIBRARIES = {
  'preact.js': resolve('preact'),
  'chartist.js': join(dirname(resolve('chartist')), 'index.js'),
};

/** Serves the pages' scripts and styles under /ui, with the libraries that they import, and Swagger UI's own files under /docs; browsers ask whether they changed. */
export function serveBrowserFiles(app: Application): void {
  for (const [name, file] of Object.entries(LIBRARIES)) {
    const folder = express.static(dirname(file), { index: false, redirect: false });
    app.get(`/ui/vendor/${name}`, (request, response, next) => {
      request.url = `/${basename(file)}`;
      folder(request, response, next);
    });
  }
  app.use('/ui', express.static(WEB, { index: false, redirect: false }));
  const swaggerUi = express.static(SWAGGER_UI, { index: false, redirect: false });
  for (const file of SWAGGER_UI_FILES) {
    app.get(`/docs/${file}`, (request, response, next) => {
      request.url = `/${file}`;
      swaggerUi(request, response, next);
    });
  }
}

/** The way from the page of this request to the root of the server, relative: a proxy may serve it under a prefix. */
export function wayToRoot(request: Request): string {
  const [path = '/'] = request.originalUrl.split('?', 1);
  const depth =
    path
      .replace(/^(?:https?:\/\/[^/]*)?\//i, '')
      .replace(/^v1\//, '')
      .split('/').length - 1;
  return depth === 0 ? './' : '../'.repeat(depth);
}
