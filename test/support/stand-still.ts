import { Clock } from '../../src/common/clock.js';
import type { TestApp } from './test-app.js';

/**
 * Stops the server's clock at this time, so that no midnight passes between what a test lays out by days and what it
 * asks. The database's now() goes on.
 */
export function standStill({ app }: TestApp, now: Date): void {
  app.get(Clock).now = () => now;
}
