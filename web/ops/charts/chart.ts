import { Component, createRef, h, type ComponentChild } from 'preact';
import { BarChart, LineChart, type BarChartOptions, type LineChartOptions } from 'chartist';
import { labelStep, type ChartData } from './chart-data.js';
import { chartTable } from './chart-table.js';

interface Properties {
  data: ChartData;
  asTable: string;
  hint: string;
}

/** The width that a label below the chart wants, in pixels. */
const LABEL_PX = 72;
const NARROW_PX = 480;

/**
 * A drawing for those who see it, with a legend; its title says for all what it shows, and its figures are a table
 * that can be opened. Colours are the stylesheet's, so they follow light and dark.
 */
export class Chart extends Component<Properties> {
  private readonly place = createRef<HTMLDivElement>();
  private chart: LineChart | BarChart | null = null;
  private resized: ResizeObserver | null = null;
  private drawn = '';

  override componentDidMount(): void {
    this.draw();
    // A panel changes its width without the window, when the page's grid does.
    this.resized = new ResizeObserver(() => this.draw());
    if (this.place.current) this.resized.observe(this.place.current);
  }

  override componentDidUpdate(): void {
    this.draw();
  }

  override componentWillUnmount(): void {
    this.resized?.disconnect();
    this.chart?.detach();
  }

  private draw(): void {
    const place = this.place.current;
    if (!place) return;
    const { data } = this.props;
    const width = place.clientWidth;
    const key = `${width} ${JSON.stringify(data)}`;
    if (width === 0 || key === this.drawn) return;
    this.drawn = key;
    this.chart?.detach();
    place.replaceChildren();
    this.chart = drawn(place, data, width);
  }

  render({ data, asTable, hint }: Properties): ComponentChild {
    return h(
      'figure',
      { class: `chart chart-${data.kind}` },
      h('figcaption', {}, data.title),
      h(
        'ul',
        { class: 'legend', 'aria-hidden': 'true' },
        ...data.series.map(({ name }, i) => h('li', { key: name }, h('span', { class: `swatch swatch-${i}` }), name)),
      ),
      h('div', { class: 'chart-place', ref: this.place, role: 'img', 'aria-label': `${data.title}. ${hint}` }),
      h('details', { class: 'chart-table' }, h('summary', {}, asTable), chartTable(data)),
    );
  }
}

function drawn(
  place: HTMLElement,
  { kind, labels, series, high, write }: ChartData,
  width: number,
): LineChart | BarChart {
  const step = labelStep(labels.length, width / LABEL_PX);
  const last = labels.length - 1;
  const data = {
    labels: [...labels],
    series: series.map(({ name, values }, i) => ({ name, className: `series-${i}`, data: [...values] })),
  };
  const common = {
    height: '260px',
    low: 0,
    ...(high === null ? {} : { high }),
    chartPadding: { top: 12, right: 16, bottom: 4, left: 4 },
    axisY: {
      offset: 44,
      scaleMinSpace: 36,
      // A share has halves, a number of errors none.
      onlyInteger: high !== 1,
      labelInterpolationFnc: (value: unknown) => write(Number(value)),
    },
    axisX: {
      offset: 32,
      showGrid: false,
      // From the end, since the last day is the one that matters.
      labelInterpolationFnc: (label: unknown, i: number) => ((last - i) % step === 0 ? String(label) : null),
    },
  };
  if (kind === 'line') {
    const options: LineChartOptions = { ...common, showPoint: labels.length < 3, lineSmooth: false, fullWidth: true };
    return new LineChart(place, data, options);
  }
  const options: BarChartOptions = {
    ...common,
    stackBars: kind === 'stacked',
    seriesBarDistance: width < NARROW_PX ? 16 : 26,
  };
  return new BarChart(place, data, options);
}
