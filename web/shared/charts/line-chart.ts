import { Component, h, type ComponentChild } from 'preact';
import { nearestKnown, nextKnown, planeOf, type Plane } from './scale.js';

export interface LineData {
  /** What is shown, such as the name of a score. */
  title: string;
  /** A value for each day, oldest first; null: it is not known. */
  values: readonly (number | null)[];
  /** The days as they are written. */
  days: readonly string[];
  write: (value: number) => string;
  /** A value with its day, for those who hear it: "41 on 12 Mar, critical". */
  say: (value: number, day: string) => string;
  /** Values from which on it is worse. */
  limits: readonly { value: number; tone: 'warning' | 'bad'; text: string }[];
  /** The ends of the scale, where it has some of its own. */
  bounds?: readonly number[];
}

interface State {
  /** The day that is looked at; null: the last one that is known. */
  at: number | null;
}

const KEYS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

/** A line of days with a value under the pointer, or under the arrow keys; it is read out as a slider is. */
export class LineChart extends Component<{ data: LineData }, State> {
  override state: State = { at: null };

  override render({ data }: { data: LineData }, { at }: State): ComponentChild {
    const { values, days, write, say, limits, bounds = [] } = data;
    const shown = nearestKnown(values, at ?? values.length - 1);
    if (shown === null) return null;
    const value = values[shown] ?? 0;
    const plane = planeOf(values, [...bounds, ...limits.map((limit) => limit.value)]);
    return h(
      'div',
      { class: 'line-chart' },
      h(
        'p',
        { class: 'line-value', 'aria-hidden': 'true' },
        h('span', { class: 'line-figure' }, write(value)),
        ` ${days[shown] ?? ''}`,
      ),
      h(
        'div',
        {
          class: 'line-place',
          role: 'slider',
          tabIndex: 0,
          'aria-label': data.title,
          'aria-valuemin': 0,
          'aria-valuemax': values.length - 1,
          'aria-valuenow': shown,
          'aria-valuetext': say(value, days[shown] ?? ''),
          onPointerMove: (event: PointerEvent) => this.point(event),
          onPointerDown: (event: PointerEvent) => this.point(event),
          onPointerLeave: () => this.setState({ at: null }),
          onBlur: () => this.setState({ at: null }),
          onKeyDown: (event: KeyboardEvent) => this.press(event, shown),
        },
        drawing(plane, limits),
        at === null ? null : h('span', { class: 'line-cursor', style: `left:${plane.x(shown)}%` }),
        h('span', { class: 'line-dot', style: `left:${plane.x(shown)}%;top:${plane.y(value)}%` }),
      ),
      h('p', { class: 'line-ends hint', 'aria-hidden': 'true' }, h('span', {}, days[0]), h('span', {}, days.at(-1))),
      limits.length === 0
        ? null
        : h(
            'p',
            { class: 'line-limits hint' },
            ...limits.map(({ tone, text }) => h('span', { key: text, class: `line-limit line-limit-${tone}` }, text)),
          ),
    );
  }

  private point(event: PointerEvent): void {
    const { left, width } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    if (width === 0) return;
    const share = Math.min(1, Math.max(0, (event.clientX - left) / width));
    this.setState({ at: Math.round(share * (this.props.data.values.length - 1)) });
  }

  private press(event: KeyboardEvent, shown: number): void {
    const { values } = this.props.data;
    const step = KEYS[event.key];
    const to =
      step !== undefined
        ? nextKnown(values, shown, step)
        : event.key === 'Home'
          ? nearestKnown(values, 0)
          : event.key === 'End'
            ? nearestKnown(values, values.length - 1)
            : null;
    if (to === null) return;
    event.preventDefault();
    this.setState({ at: to });
  }
}

function drawing({ lines, y }: Plane, limits: LineData['limits']): ComponentChild {
  return h(
    'svg',
    { viewBox: '0 0 100 100', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    ...limits.map(({ value, tone }) =>
      h('line', {
        key: `${tone} ${value}`,
        class: `line-mark line-mark-${tone}`,
        x1: 0,
        x2: 100,
        y1: y(value),
        y2: y(value),
      }),
    ),
    // A day between days that are not known is a line to itself, which its round ends make a dot.
    ...lines.map((points) =>
      h('polyline', { key: points, points: points.includes(' ') ? points : `${points} ${points}` }),
    ),
  );
}
