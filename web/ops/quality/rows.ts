import type { DetectorQuality, Precision } from '../../client/published.js';
import type { Format } from '../../shared/format.js';
import type { Texts } from '../texts/index.js';

/** How good a detector is, as a line of the table; under it those of its languages, where there are several. */
export interface QualityRow {
  key: string;
  name: string;
  /** One language's part of the line above. */
  part: boolean;
  judged: string;
  right: string;
  precision: string;
}

type Figures = Pick<DetectorQuality['detectors'][number], 'judged' | 'right' | 'precision'>;

/** @param enough from how many judged events on a share is told */
export function qualityRows(
  { detectors }: DetectorQuality,
  enough: number,
  { quality: words }: Texts,
  format: Format,
): QualityRow[] {
  const row = (key: string, name: string, part: boolean, { judged, right, precision }: Figures): QualityRow => ({
    key,
    name,
    part,
    judged: format.number(judged),
    right: format.number(right),
    precision: precision === null ? words.tooFew(format.number(enough)) : inWords(precision),
  });
  const inWords = ({ value, low, high }: Precision) =>
    words.precisionOf(format.percent(value), format.percent(low), format.percent(high));
  return detectors.flatMap(({ event_type, languages, ...all }) => [
    row(event_type, words.heard[event_type], false, all),
    ...(languages.length < 2 ? [] : languages).map(({ language, ...some }) =>
      row(`${event_type} ${language ?? ''}`, words.languages[language ?? 'unknown'], true, some),
    ),
  ]);
}
