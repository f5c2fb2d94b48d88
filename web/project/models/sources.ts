import type { ProjectOverview } from '../../client/published.js';
import { vendorName } from '../../shared/vendor-name.js';
import type { Format } from '../../shared/format.js';
import type { Texts } from '../texts/index.js';
import type { Tone } from './tone.js';

/** Where the project is read from, and how that stands. */
export interface SourceView {
  connector: string;
  name: string;
  state: string;
  tone: Tone;
  read: string;
}

const TONES: Readonly<Record<ProjectOverview['connectors'][number]['status'], Tone>> = {
  idle: 'quiet',
  running: 'quiet',
  ok: 'good',
  partial: 'warning',
  failed: 'bad',
};

export function sourceViews(
  { connectors }: ProjectOverview,
  { sources: words }: Texts,
  format: Format,
  now: number,
): SourceView[] {
  return connectors.map(({ connector, status, stale, last_success_at }) => ({
    connector,
    name: vendorName(connector),
    state: stale ? words.stuck : words.states[status],
    tone: stale ? 'bad' : TONES[status],
    read: last_success_at === null ? words.never : words.read(format.fromNow(last_success_at, now)),
  }));
}

/** How old the picture is: what was read longest ago says so, and sources that fail are named. */
export function freshnessOf(
  { connectors }: ProjectOverview,
  { head: words }: Texts,
  format: Format,
  now: number,
): string[] {
  const read = connectors.flatMap(({ last_success_at }) => last_success_at ?? []).sort()[0];
  const faulty = connectors.filter(({ status, stale }) => stale || status === 'failed' || status === 'partial');
  return [
    ...(read === undefined ? [] : [words.read(format.fromNow(read, now))]),
    ...(faulty.length === 0 ? [] : [words.lacking(faulty.map(({ connector }) => vendorName(connector)).join(', '))]),
  ];
}
