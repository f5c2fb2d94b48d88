import { afterEach, describe } from '@jest/globals';
import { changeCases } from './cases/changes.js';
import { comparisonCases } from './cases/comparison.js';
import { crashCases } from './cases/crashes.js';
import { eventCases } from './cases/events.js';
import { failureCases } from './cases/failures.js';
import { movementCases } from './cases/movement.js';
import { pagingCases } from './cases/paging.js';
import { rereadCases } from './cases/rereading.js';
import { rowCases } from './cases/rows.js';
import { runningCases } from './cases/running.js';
import { scopeCases } from './cases/scope.js';
import { streamCases } from './cases/streams.js';
import { sweepCases } from './cases/sweeping.js';
import { syncCases } from './cases/syncing.js';
import { textCases } from './cases/texts.js';
import { webhookCases } from './cases/webhooks.js';
import { TestClock, type VendorHarness } from './harness.js';
import { Scene, type SceneOptions } from './scene.js';

/**
 * What every connector is held to, whatever its vendor: the cases are the same for all, and each is told by the
 * harness what the vendor's own way is. What only one vendor does wrong is tested beside its connector.
 */
export function connectorContract(name: string, { vendor, lists, start }: VendorHarness): void {
  const open: Scene[] = [];

  async function scene(options: SceneOptions = {}): Promise<Scene> {
    const clock = new TestClock();
    const made = new Scene(await start(clock, options), clock);
    open.push(made);
    return made;
  }

  describe(`${name} keeps the contract of connectors:`, () => {
    afterEach(() => Promise.all(open.splice(0).map((each) => each.close())));

    syncCases(scene);
    pagingCases(scene);
    changeCases(scene);
    movementCases(scene);
    crashCases(scene);
    eventCases(scene);
    textCases(scene);
    rowCases(scene);
    failureCases(scene);
    rereadCases(scene);
    scopeCases(scene);
    comparisonCases(scene);
    runningCases(scene);
    webhookCases(scene, vendor.webhooks);
    streamCases(scene, lists);
    sweepCases(scene);
  });
}
