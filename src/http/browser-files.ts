import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import express, { type Application, type Request } from 'express';

/**
 * Where `npm run build` puts the browser's code: beside the server's, or in dist when the server runs from its sources.
 */
export const WEB = import.meta.filename.endsWith('.ts')
  ? join(import.meta.dirname, '../../dist/web')
  : join(import.meta.dirname, '../../web');

const { resolve } = createRequire(import.meta.url);
const swaggerUi = (name: string) => resolve(`swagger-ui-dist/${name}`);

/** Swagger UI's own files, by address, and nothing else of its package. */
const FILES: Readonly<Record<string, string>> = {
  '/docs/swagger-ui.css': swaggerUi('swagger-ui.css'),
  '/docs/swagger-ui-bundle.js': swaggerUi('swagger-ui-bundle.js'),
  '/docs/favicon-16x16.png': swaggerUi('favicon-16x16.png'),
  '/docs/favicon-32x32.png': swaggerUi('favicon-32x32.png'),
};

/** What protects documents. Scripts and styles have no use for it. */
const OF_DOCUMENTS = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
  'access-control-expose-headers',
];

/** Serves a script and a style for each page under /ui, and Swagger UI's files; browsers ask whether they changed. */
export function serveBrowserFiles(app: Application): void {
  app.use('/ui', (_request, response, next) => {
    for (const header of OF_DOCUMENTS) response.removeHeader(header);
    next();
  });
  for (const [address, file] of Object.entries(FILES)) {
    // With a root, or a folder above the server whose name begins with a dot would hide the file.
    app.get(address, (_request, response) => response.sendFile(basename(file), { root: dirname(file) }));
  }
  app.use('/ui', express.static(WEB, { index: false, redirect: false }));
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
