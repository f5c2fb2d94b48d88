import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { sha256 } from '../../src/common/stable-hash.js';

export interface Conversation {
  id: string;
  services: string[];
  turns: { speaker: 'client' | 'team'; text: string }[];
}

/**
 * One conversation of `every`, in two halves: which they are and where each goes is by their ids, and always the same.
 */
export function halvesOf(file: string, every: number): [Conversation[], Conversation[]] {
  const bytes = readFileSync(file);
  const lines = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  const all = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Conversation);
  const numberOf = ({ id }: Conversation) => Number.parseInt(sha256(id).slice(0, 8), 16);
  const taken = all.filter((one) => Math.floor(numberOf(one) / 2) % every === 0);
  return [taken.filter((one) => numberOf(one) % 2 === 0), taken.filter((one) => numberOf(one) % 2 === 1)];
}

/** `Hotels_2` is a kind of hotels. */
export const kindOf = (service: string): string => service.replace(/_\d+$/, '');
