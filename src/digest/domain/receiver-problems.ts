import type { FieldProblem } from '../../common/app-error.js';
import { notNamed, reachOf, type DigestHosts } from './hosts.js';

/** One mailbox, as most mail servers take it: a list of several, or a name, would need quoting. */
const MAILBOX = /^[^\s@,;:<>()"\\[\]]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i;
const MAX_MAILBOX = 254;

/** What is wrong with where a digest is to be sent. */
export function receiverProblems(
  channel: 'webhook' | 'slack' | 'email',
  address: string,
  hosts: DigestHosts,
): FieldProblem[] {
  const problem = (text: string): FieldProblem[] => [{ path: 'address', problem: text }];
  if (channel === 'email') return isMailbox(address) ? [] : problem('must be one mail address');
  if (!isWebAddress(address)) return problem('must be an address that begins with https://');
  return reachOf(address, hosts) === null ? problem(`must lead to an allowed host: ${notNamed(address)}`) : [];
}

const isMailbox = (text: string): boolean => text.length <= MAX_MAILBOX && MAILBOX.test(text);

/** Credentials in an address would be sent in plain sight. */
function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username + password === '';
}
