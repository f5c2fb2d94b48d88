import type { Config } from '../../config/index.js';
import type { DigestHosts } from '../domain/hosts.js';

export const digestHosts = ({ DIGEST_HOSTS, DIGEST_PRIVATE_HOSTS }: Config): DigestHosts => ({
  open: DIGEST_HOSTS,
  own: DIGEST_PRIVATE_HOSTS ?? [],
});
