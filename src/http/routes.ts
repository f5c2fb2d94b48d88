import type { Application } from 'express';

interface Layer {
  route?: { methods: Record<string, boolean> };
  match(path: string): boolean;
}

/** Methods that some route of the application answers on this path, in upper case; none when no route has the path. */
export function allowedMethods(app: Application, path: string): string[] {
  const { stack } = (app as unknown as { router: { stack: Layer[] } }).router;
  const methods = new Set<string>();
  for (const layer of stack) {
    if (layer.route && layer.match(path))
      for (const method of Object.keys(layer.route.methods)) methods.add(method.toUpperCase());
  }
  if (methods.has('GET')) methods.add('HEAD');
  return [...methods].sort();
}
