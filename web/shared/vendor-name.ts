const NAMES: Readonly<Record<string, string>> = {
  chatwoot: 'Chatwoot',
  linear: 'Linear',
  attio: 'Attio',
  github: 'GitHub',
};

/** A vendor as it writes itself. */
export const vendorName = (connector: string): string => NAMES[connector] ?? connector;
