/**
 * Swagger UI's bundle, as far as it is used here:
 * https://swagger.io/docs/open-source-tools/swagger-ui/customization/plugin-api/
 */

export interface React {
  Fragment: unknown;
  createElement: (type: unknown, properties: object | null, ...children: unknown[]) => unknown;
  useSyncExternalStore: <T>(subscribe: (listener: () => void) => () => void, get: () => T) => T;
}

export interface System {
  React: React;
}

export type Component<P> = (properties: P) => unknown;
export type Wrap<P> = (original: unknown, system: System) => Component<P>;

declare global {
  const SwaggerUIBundle: {
    (options: object): unknown;
    presets: { apis: unknown };
  };
}
