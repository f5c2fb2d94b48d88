import type { Document } from '../client/route-marks.js';

interface Parameter {
  name: string;
  in: string;
  schema?: Record<string, unknown>;
}

/**
 * The document as this page wants it: with the server where the page came from, wherever a proxy puts it, and with
 * triggers that are not waited for unless somebody asks for that, since their runs are followed.
 */
export function pageDocument(document: Document, root: string): Document & { servers: { url: string }[] } {
  const paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => [
      path,
      Object.fromEntries(Object.entries(item).map(([method, operation]) => [method, notWaiting(operation)])),
    ]),
  );
  return { ...document, paths, servers: [{ url: root.replace(/\/$/, '') }] };
}

function notWaiting(operation: Record<string, unknown>): Record<string, unknown> {
  if (!Array.isArray(operation['parameters'])) return operation;
  const parameters = (operation['parameters'] as Parameter[]).map((parameter) =>
    parameter.in === 'header' && parameter.name === 'Prefer'
      ? { ...parameter, schema: { ...parameter.schema, example: 'respond-async' } }
      : parameter,
  );
  return { ...operation, parameters };
}
