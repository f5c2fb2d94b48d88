/** Somebody, or an answer, would have the server speak to an address that its configuration does not name. */
export class AddressNotAllowed extends Error {}

/**
 * A fetch that speaks to these hosts (`name`, or `name:port`) only. The other parts of an address, be it an id or what
 * another server said, can't lead it away.
 */
export function pinnedFetch(hosts: Iterable<string>): typeof fetch {
  const allowed = new Set([...hosts].map((host) => host.toLowerCase()));
  return async (input, init) => {
    const { host } = new URL(input instanceof Request ? input.url : input);
    if (!allowed.has(host)) throw new AddressNotAllowed(`${host} is not among the hosts that the configuration names`);
    return fetch(input, { redirect: 'error', ...init });
  };
}

/** The host of an address, with its port where it is not the usual one. */
export const hostOf = (address: string): string => new URL(address).host;
