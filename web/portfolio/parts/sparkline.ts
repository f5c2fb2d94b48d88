import { h, type ComponentChild } from 'preact';
import { HEIGHT, sparklineOf, WIDTH } from '../models/sparkline.js';

/** How a score came about, at a glance; `label` says the same in words. */
export function sparkline(series: readonly (number | null)[], label: string): ComponentChild {
  const drawn = sparklineOf(series);
  if (drawn === null) return null;
  return h(
    'svg',
    {
      class: 'sparkline',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      width: WIDTH,
      height: HEIGHT,
      role: 'img',
      'aria-label': label,
    },
    ...drawn.lines.map((points) => h('polyline', { points })),
    h('circle', { cx: drawn.end.x, cy: drawn.end.y, r: 2.6 }),
  );
}
