/** Hosts that digests may be sent to, as the configuration names them: `name`, or `name:port`. */
export interface DigestHosts {
  /** On the internet, over TLS; `*` stands for all of them. */
  readonly open: readonly string[];
  /** Anywhere, with TLS or without. */
  readonly own: readonly string[];
}

/** How a host may be spoken to; null: not at all. */
export function reachOf(address: string, { open, own }: DigestHosts): 'open' | 'own' | null {
  const { host, hostname } = new URL(address);
  const names = (hosts: readonly string[]) => hosts.some((named) => [host, hostname].includes(named.toLowerCase()));
  if (names(own)) return 'own';
  return open.includes('*') || names(open) ? 'open' : null;
}

export const notNamed = (address: string): string => `${new URL(address).host} is not among the hosts of DIGEST_HOSTS`;
