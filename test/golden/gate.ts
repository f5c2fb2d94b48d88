import { refs } from './events.js';
import type { GateCause, GateSettings, Ref } from './types.js';

/** What a recommendation can point at, and whether that is enough to show it. */
export interface GoldenGate {
  name: string;
  refs: Ref[];
  settings: GateSettings;
  quality: number;
  cause: GateCause | null;
}

const USUAL: GateSettings = { min_count: 2, min_quality: 0.35, allow_secondary_only: false };

/** quality = 0.5 of twice the count that is asked for, 0.35 of three kinds of source, 0.15 for any but rag. */
export const GATE: GoldenGate[] = [
  { name: 'nothing', refs: [], settings: USUAL, quality: 0.5 * (0 / 4) + 0.35 * (0 / 3) + 0, cause: 'too_few_refs' },
  {
    name: 'one message',
    refs: ['message:1'],
    settings: USUAL,
    quality: 0.5 * (1 / 4) + 0.35 * (1 / 3) + 0.15,
    cause: 'too_few_refs',
  },
  {
    name: 'one chunk: too few comes before what it is',
    refs: ['rag:1'],
    settings: USUAL,
    quality: 0.5 * (1 / 4) + 0.35 * (1 / 3) + 0,
    cause: 'too_few_refs',
  },
  {
    name: 'two messages',
    refs: refs('message', 2),
    settings: USUAL,
    quality: 0.5 * (2 / 4) + 0.35 * (1 / 3) + 0.15,
    cause: null,
  },
  {
    name: 'a message and a chunk',
    refs: ['message:1', 'rag:1'],
    settings: USUAL,
    quality: 0.5 * (2 / 4) + 0.35 * (2 / 3) + 0.15,
    cause: null,
  },
  {
    name: 'chunks only',
    refs: refs('rag', 6),
    settings: USUAL,
    quality: 0.5 * 1 + 0.35 * (1 / 3) + 0, // 6 / 4, at most 1
    cause: 'no_primary',
  },
  {
    name: 'chunks only, where they are enough',
    refs: refs('rag', 2),
    settings: { min_count: 2, min_quality: 0.35, allow_secondary_only: true },
    quality: 0.5 * (2 / 4) + 0.35 * (1 / 3) + 0, // 0.366666666667
    cause: null,
  },
  {
    name: 'chunks only, where they would be enough if there were more',
    refs: refs('rag', 2),
    settings: { min_count: 2, min_quality: 0.4, allow_secondary_only: true },
    quality: 0.5 * (2 / 4) + 0.35 * (1 / 3) + 0,
    cause: 'low_quality',
  },
  {
    name: 'each of five kinds: three are as good as all',
    refs: ['message:1', 'issue:i1', 'deal:d1', 'doc:brief', 'rag:1'],
    settings: USUAL,
    quality: 0.5 * 1 + 0.35 * 1 + 0.15,
    cause: null,
  },
  {
    name: 'as good as is asked for, exactly',
    refs: ['message:1', 'issue:i1', 'deal:d1', 'doc:brief'],
    settings: { min_count: 4, min_quality: 0.75, allow_secondary_only: false },
    quality: 0.5 * (4 / 8) + 0.35 * 1 + 0.15, // 0.75
    cause: null,
  },
  {
    name: 'just not as good as is asked for',
    refs: ['message:1', 'issue:i1', 'deal:d1', 'doc:brief'],
    settings: { min_count: 4, min_quality: 0.76, allow_secondary_only: false },
    quality: 0.5 * (4 / 8) + 0.35 * 1 + 0.15,
    cause: 'low_quality',
  },
];
