/** Grafana's names of units; figures are in base units, and Grafana finds the size to show. */
export type Unit = 'short' | 's' | 'percentunit' | 'reqps' | 'ops' | 'bytes';

/** Where a figure turns from green to orange and to red; `below`: small figures are the bad ones. */
export interface Thresholds {
  warning?: number;
  critical?: number;
  below?: boolean;
}

export interface Panel {
  kind: 'timeseries' | 'stat' | 'bargauge';
  title: string;
  /** What it shows and what to make of it; Grafana shows it behind an i. */
  description: string;
  unit: Unit;
  /** PromQL by what its series are called: `{{label}}` is the label's value. */
  series: Readonly<Record<string, string>>;
  thresholds?: Thresholds;
  stacked?: boolean;
  /** Of 24 columns. */
  width: number;
}

export interface Row {
  title: string;
  panels: readonly Panel[];
  /** Closed until somebody opens it: its queries cost nothing before. */
  collapsed?: boolean;
}

const HEIGHTS = { timeseries: 8, bargauge: 8, stat: 4 } as const;
const COLUMNS = 24;
const DATASOURCE = { type: 'prometheus', uid: '${datasource}' };

/** The panels of all rows as Grafana wants them, each row below the one before, its panels from left to right. */
export function laidOut(rows: readonly Row[]): object[] {
  let id = 0;
  let y = 0;
  return rows.flatMap(({ title, panels, collapsed = false }) => {
    const row = { id: ++id, type: 'row', title, collapsed, gridPos: { x: 0, y, w: COLUMNS, h: 1 } };
    y += 1;
    let x = 0;
    let height = 0;
    const placed = panels.map((panel) => {
      if (x + panel.width > COLUMNS) {
        y += height;
        [x, height] = [0, 0];
      }
      const gridPos = { x, y, w: panel.width, h: HEIGHTS[panel.kind] };
      x += panel.width;
      height = Math.max(height, gridPos.h);
      return grafanaPanel(++id, panel, gridPos);
    });
    y += height;
    return collapsed ? [{ ...row, panels: placed }] : [{ ...row, panels: [] }, ...placed];
  });
}

function grafanaPanel(id: number, panel: Panel, gridPos: object): object {
  const { kind, title, description, unit, series, thresholds, stacked = false } = panel;
  const instant = kind !== 'timeseries';
  return {
    id,
    type: kind,
    title,
    description,
    datasource: DATASOURCE,
    gridPos,
    fieldConfig: {
      defaults: {
        unit,
        min: 0,
        thresholds: { mode: 'absolute', steps: steps(thresholds) },
        color: { mode: kind === 'timeseries' ? 'palette-classic' : 'thresholds' },
        ...(kind === 'timeseries' && {
          custom: {
            lineWidth: 1,
            fillOpacity: stacked ? 30 : 8,
            showPoints: 'never',
            stacking: { mode: stacked ? 'normal' : 'none' },
            thresholdsStyle: { mode: thresholds ? 'dashed' : 'off' },
          },
        }),
      },
      overrides: [],
    },
    options: OPTIONS[kind],
    targets: Object.entries(series).map(([legendFormat, expr], i) => ({
      refId: String.fromCharCode(65 + i),
      datasource: DATASOURCE,
      expr,
      legendFormat,
      instant,
      range: !instant,
    })),
  };
}

function steps({ warning, critical, below = false }: Thresholds = {}): object[] {
  if (below) return [step('red', null), ...(critical === undefined ? [] : [step('green', critical)])];
  return [
    step('green', null),
    ...(warning === undefined ? [] : [step('orange', warning)]),
    ...(critical === undefined ? [] : [step('red', critical)]),
  ];
}

const step = (color: string, value: number | null) => ({ color, value });

const REDUCED = { values: false, calcs: ['lastNotNull'], fields: '' };
const OPTIONS = {
  timeseries: {
    legend: { displayMode: 'list', placement: 'bottom', showLegend: true },
    tooltip: { mode: 'multi', sort: 'desc' },
  },
  stat: { reduceOptions: REDUCED, colorMode: 'value', graphMode: 'none', textMode: 'auto' },
  bargauge: { reduceOptions: REDUCED, orientation: 'horizontal', displayMode: 'basic' },
} as const;
