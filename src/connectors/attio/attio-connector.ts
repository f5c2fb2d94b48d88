import { ListConnector } from '../kit/list-connector.js';
import { attioEvents } from './events.js';
import { leftBehind } from './left-behind.js';
import type { DealAttributes } from './record-mapper.js';
import { RESOURCES } from './resources.js';
import { type AttioRun, startRun } from './run.js';
import { attioTexts } from './texts.js';

/**
 * Companies, people, deals, notes, tasks and meetings of one Attio workspace. The vendor shows no dates of change and
 * no tombstones (docs/contract/vendors.md#attio), so every sync looks at all there is, by answers that the
 * workspace's projects share, and writes what differs.
 */
export class AttioConnector extends ListConnector<AttioRun> {
  constructor(attributes: DealAttributes) {
    super({
      name: 'attio',
      vendor: 'Attio',
      lists: RESOURCES,
      start: (context) => startRun(context, attributes),
      events: attioEvents,
      texts: attioTexts,
      named,
      leftBehind,
    });
  }

  /** Every cursor holds the workspace's id, and nothing else. */
  accountOf(cursorId: string | null) {
    return cursorId;
  }
}

/** `record:OBJECT/ID` names the object by slug or id, as webhooks do; objects without rows here have webhooks too. */
function named({ workspace }: AttioRun, ref: string) {
  const [, object, id = ''] = /^record:([\w-]+)\/([\w-]+)$/.exec(ref) ?? [];
  return object === undefined ? undefined : { list: workspace.objectSlug(object) ?? '', id };
}
