import { timeOn } from '../calendar.js';
import type { Scene } from './scene.js';

/** The stages that deals come to where a client leaves. */
export function narrateDeals(scene: Scene): void {
  for (const { kind, begins } of scene.troubles) {
    if (kind !== 'leaving') continue;
    const to = scene.random.of('leaving').chance(0.6) ? 'Lost' : 'Frozen';
    scene.tell('deal_stage_changed', timeOn(begins, 6), 'attio', 'deal-1', { deal_id: 'deal-1', from: 'Active', to });
  }
}
