import type { ConnectorState } from '../client/published.js';

const NAMES: Readonly<Record<string, string>> = {
  chatwoot: 'Chatwoot',
  linear: 'Linear',
  attio: 'Attio',
  github: 'GitHub',
} satisfies Readonly<Record<ConnectorState['connector'], string>>;

/** Those that a project can be read from. */
export const VENDORS = Object.keys(NAMES);

/** A vendor as it writes itself. */
export const vendorName = (connector: string): string => NAMES[connector] ?? connector;
