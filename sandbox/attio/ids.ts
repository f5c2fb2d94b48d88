import { createHash } from 'node:crypto';

/** @returns a version-4 uuid that depends on the name only; worlds here grow past what 32 bits keep apart */
export function uuidFor(name: string): string {
  const hex = createHash('sha256').update(`attio/${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
