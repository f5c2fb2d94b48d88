import type { Gated, GateSettings } from './gate.js';

const ONE_CHUNK = '1 piece of evidence, a text chunk';
const CHUNKS = 'pieces of evidence, all of them text chunks';

/**
 * Why a recommendation with `count` pieces of evidence is hidden: the machine's word first, then people's; null: it is
 * shown.
 */
export function gateReason({ cause, quality }: Gated, count: number, settings: GateSettings): string | null {
  switch (cause) {
    case null:
      return null;
    case 'too_few_refs':
      return `${cause}: ${count} of ${settings.min_count} pieces of evidence`;
    case 'no_primary':
      return `${cause}: ${count === 1 ? ONE_CHUNK : `${count} ${CHUNKS}`} and no message, issue, deal or document`;
    case 'low_quality':
      return `${cause}: evidence quality ${quality.toFixed(2)}, at least ${settings.min_quality} is needed`;
  }
}
