/** A number as plots write it: short, and the same on every machine. */
export const at = (value: number): string => String(Number(value.toFixed(2)));

export const FORECASTER_COLORS = { 'base-rate': '#6b7280', 'rules-v2': '#b45309', 'hazard-v1': '#0f766e' } as const;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const text = (x: number, y: number, content: string, anchor: 'start' | 'middle' | 'end' = 'start'): string =>
  `<text x="${at(x)}" y="${at(y)}" text-anchor="${anchor}">${escape(content)}</text>`;

export const line = (x1: number, y1: number, x2: number, y2: number, color: string, more = ''): string =>
  `<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" stroke="${color}" ${more}/>`;

/** The whole picture, white below so that it can be read on any page. */
export const svg = (width: number, height: number, title: string, parts: readonly string[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
      `font-family="sans-serif" font-size="12" role="img">`,
    `<title>${escape(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
