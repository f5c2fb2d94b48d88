import type { SyncRun } from '../../client/published.js';
import { vendorName } from '../../shared/vendor-name.js';
import { h, type ComponentChild } from 'preact';
import { table } from '../panels/parts.js';
import { addressOf } from '../place.js';
import { SERVERS, type Ui } from '../ui.js';

const SHOWN_SYNCS = 8;

/** The latest syncs of a vendor, closed until somebody wants them. */
export function Syncs(props: {
  ui: Ui;
  projectId: string;
  connector: string;
  syncs: readonly SyncRun[];
}): ComponentChild {
  const { ui, projectId, connector, syncs } = props;
  const { sources: words } = ui.texts;
  if (syncs.length === 0) return null;
  const all = `${addressOf('ops/runs', projectId)}&job=${connector}_sync`;
  return (
    <details class="source-part">
      <summary>{words.history}</summary>
      {table(
        words.historyOf(vendorName(connector)),
        [words.when, ui.texts.connectors.state, words.whatCame, words.took],
        syncs.slice(0, SHOWN_SYNCS).map((sync) => (
          <tr key={sync.id}>
            <th scope="row" class="whole">
              <a href={addressOf(`ops/runs/${sync.id}`, projectId)}>{ui.format.fromNow(sync.created_at, ui.now)}</a>
            </th>
            <td>{ui.texts.jobs.statuses[sync.status]}</td>
            <td class="wide">{broughtBy(sync, ui)}</td>
            <td class="whole">
              {sync.duration_ms === null ? '–' : ui.format.lasting(Math.max(1, sync.duration_ms / 1000))}
            </td>
          </tr>
        )),
      )}
      <p>
        <a href={all}>{words.allSyncs}</a>
      </p>
    </details>
  );
}

function broughtBy({ error, fetched, upserted, deleted, errors }: SyncRun, { texts, format }: Ui): ComponentChild {
  if (error !== null) return <span {...SERVERS}>{error.message}</span>;
  if (fetched === null) return '–';
  const { sources: words } = texts;
  const brought = words.brought(format.number(fetched), format.number(upserted ?? 0), format.number(deleted ?? 0));
  return errors === null || errors === 0 ? brought : `${brought}, ${words.withErrors(errors, format.number(errors))}`;
}
