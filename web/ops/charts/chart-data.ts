/** What a chart shows, whatever draws it; its table shows the same. */
export interface ChartData {
  kind: 'line' | 'bars' | 'stacked';
  /** What is shown, for the caption and for those who don't see the drawing. */
  title: string;
  /** What the labels are, heading their column in the table. */
  labelsAre: string;
  labels: readonly string[];
  series: readonly ChartSeries[];
  /** The end of the scale; null: as high as the values are. */
  high: number | null;
  /** A value as it is written at the axis and in the table. */
  write: (value: number) => string;
}

export interface ChartSeries {
  name: string;
  /** One for each label; null: no value. */
  values: readonly (number | null)[];
}

/** Which labels have room: every nth, so that no more than `most` are written, and the last one counts. */
export function labelStep(count: number, most: number): number {
  return Math.max(1, Math.ceil(count / Math.max(1, most)));
}
