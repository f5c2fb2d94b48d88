import { expect, it } from '@jest/globals';
import { Gauge, Registry } from 'prom-client';
import { gaugeText } from './gauge-text.js';

it.each([
  ['no samples', []],
  ['no labels', [{ labels: [], value: 0.25 }]],
  [
    'labels, and what has to be escaped in them',
    [
      { labels: [['connector', 'linear'] as const, ['project', 'a "b" \\ c\nd'] as const], value: 1e21 },
      { labels: [['connector', ''] as const, ['project', 'ü'] as const], value: -0.5 },
    ],
  ],
])('says of a gauge what prom-client says: %s', async (_what, samples) => {
  const registry = new Registry();
  const gauge = new Gauge({
    name: 'x',
    help: 'of\ntwo lines',
    labelNames: ['connector', 'project'],
    registers: [registry],
  });
  for (const { labels, value } of samples) gauge.set(Object.fromEntries(labels), value);
  expect(gaugeText('x', 'of\ntwo lines', samples).trim()).toBe((await registry.metrics()).trim());
});
