import type { Gated, GateSettings } from './gate.js';

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
      return `${cause}: ${count} pieces of evidence, all of them text chunks and no message, issue, deal or document`;
    case 'low_quality':
      return `${cause}: evidence quality ${quality.toFixed(2)}, at least ${settings.min_quality} is needed`;
  }
}
