import { readFile } from 'node:fs/promises';

/** One route of the published document, as far as pages tell of it. */
export interface PublishedOperation {
  tags: string[];
  summary: string;
  parameters?: { name: string; in: string }[];
  responses: Record<string, { content?: Record<string, { examples?: Record<string, unknown> }> }>;
  'x-kag-access'?: string;
  'x-kag-project'?: boolean;
  'x-kag-effect': string;
  'x-kag-trigger'?: string;
  'x-kag-limited'?: string;
  'x-kag-confirm'?: string;
}

export interface PublishedRoute {
  method: string;
  /** With its parameters in braces. */
  path: string;
  operation: PublishedOperation;
}

/** The routes of client/openapi.json, which a test holds to the server's own. */
export async function publishedRoutes(): Promise<PublishedRoute[]> {
  const document = JSON.parse(await readFile('client/openapi.json', 'utf8')) as {
    paths: Record<string, Record<string, PublishedOperation>>;
  };
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}
