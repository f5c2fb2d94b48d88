import { embedBackoffMs } from './backoff.js';
import { Circuit } from './circuit.js';

it.each([
  [1, null, 30_000],
  [2, null, 60_000],
  [3, 200_000, 200_000],
  [50, null, 1_800_000],
  [1, 1e12, 1_800_000],
])('attempt %p with a wished wait of %p waits %p ms', (attempts, wished, wait) =>
  expect(embedBackoffMs(attempts, wished)).toBe(wait),
);

it('a circuit rests after a failure and closes after a success', () => {
  const circuit = new Circuit();
  expect(circuit.blocked(0)).toBeNull();
  circuit.failed(0, 'down', null);
  expect(circuit.blocked(14_999)).toBe('down');
  expect(circuit.blocked(15_000)).toBeNull();
  circuit.failed(0, 'down', 60_000);
  circuit.succeeded();
  expect(circuit.blocked(1)).toBeNull();
});
