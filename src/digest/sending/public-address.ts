import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { AddressNotAllowed } from '../../common/pinned-fetch.js';

/**
 * IPv4 networks that IANA keeps for special purposes: this machine, private networks, clouds' metadata and the like.
 */
const SPECIAL_V4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
];
/** Of the IPv6 addresses that are given out those that stand for others or are for examples. */
const SPECIAL_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
const GIVEN_OUT_V6 = '2000::/3';

const special = networks([...SPECIAL_V4, ...SPECIAL_V6]);
const givenOut = networks([GIVEN_OUT_V6]);

/** Whether the address is one of the internet's, and not one of a private network or of this machine. */
export function isPublic(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !special.check(address, 'ipv4');
  return version === 6 && givenOut.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

/**
 * Looks up a name as connections do, and refuses one that leads into a private network: at the moment of the
 * connection, since a name may lead elsewhere than when somebody looked.
 */
export const lookupPublic: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) return done(error ?? new Error(`${hostname} has no address`), '');
    if (!addresses.every(({ address }) => isPublic(address))) return done(notAllowed(hostname), '');
    if (options.all) done(null, addresses);
    else done(null, first.address, first.family);
  });
};

export const notAllowed = (host: string): AddressNotAllowed =>
  new AddressNotAllowed(`${host} leads into a private network; DIGEST_PRIVATE_HOSTS may name it`);

function networks(list: readonly string[]): BlockList {
  const made = new BlockList();
  for (const network of list) {
    const [address = '', length] = network.split('/');
    made.addSubnet(address, Number(length), isIP(address) === 4 ? 'ipv4' : 'ipv6');
  }
  return made;
}
