/** The names of the vendors, the one list of them outside of their own folders. */
export const CONNECTORS = ['chatwoot', 'linear', 'attio', 'github'] as const;
export type ConnectorName = (typeof CONNECTORS)[number];
