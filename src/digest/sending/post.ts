import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP } from 'node:net';
import { AddressNotAllowed } from '../../common/pinned-fetch.js';
import { notNamed, reachOf, type DigestHosts } from '../domain/hosts.js';
import { isPublic, lookupPublic, notAllowed } from './public-address.js';

export interface PostAnswer {
  status: number;
  /** Seconds after which the receiver wants to be asked again; undefined: it does not say. */
  retryAfterSeconds?: number | undefined;
}

/**
 * Posts JSON to an address that a person entered, and tells the status of the answer; nothing of it is read. No
 * redirect is followed. Hosts other than our own ones are spoken to over TLS and outside of private networks only.
 * @throws AddressNotAllowed for a host that is not named or not reached so, or an Error for what keeps the answer from
 * coming
 */
export async function post(
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  hosts: DigestHosts,
  signal: AbortSignal,
): Promise<PostAnswer> {
  const url = new URL(address);
  const reach = reachOf(address, hosts);
  if (reach === null) throw new AddressNotAllowed(notNamed(address));
  if (reach === 'open') refuseUnlessPublic(url);
  const send = url.protocol === 'https:' ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    const request = send(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      ...(reach === 'own' ? {} : { lookup: lookupPublic }),
      agent: false,
      signal,
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const { statusCode = 0, headers: answerHeaders } = response;
      response.destroy();
      resolve({ status: statusCode, retryAfterSeconds: secondsOf(answerHeaders['retry-after']) });
    });
    request.end(body);
  });
}

function refuseUnlessPublic({ protocol, host, hostname }: URL): void {
  if (protocol !== 'https:')
    throw new AddressNotAllowed(`${host} would be spoken to without TLS; DIGEST_PRIVATE_HOSTS may name it`);
  // Of a literal address no connection looks up anything.
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !isPublic(literal)) throw notAllowed(host);
}

const secondsOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
