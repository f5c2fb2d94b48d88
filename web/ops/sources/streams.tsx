import type { ConnectorState, ConnectorStream } from '../../client/published.js';
import { vendorName } from '../../shared/vendor-name.js';
import { h, type ComponentChild } from 'preact';
import type { Tone } from '../models/tone.js';
import { actionButton, outcomeOf } from '../panels/action.js';
import { pill, table } from '../panels/parts.js';
import { SERVERS, type Ui } from '../ui.js';
import { reread } from './actions.js';

/** A vendor's lists: how much of each is stored, how new it is, and the way to read it again. */
export function Streams({ ui, state }: { ui: Ui; state: ConnectorState }): ComponentChild {
  const { sources: words, connectors } = ui.texts;
  const { connector, streams } = state;
  const again = (stream: ConnectorStream) => reread(ui, connector, stream.name);
  const may = streams.some((stream) => actionButton(ui, again(stream)) !== null);
  const heads = [words.stream, connectors.state, words.records, words.upTo, words.lastChange];
  return table(
    words.streamsOf(vendorName(connector)),
    [...heads, ...(may ? [ui.texts.jobs.actions] : [])],
    streams.map((stream) => (
      <tr key={stream.name}>
        <th scope="row">{words.streams[stream.name] ?? stream.name}</th>
        <td>
          {pill(TONES[stream.status], words.streamStates[stream.status])}
          {stream.error !== null && (
            <span class="under" {...SERVERS}>
              {stream.error.message}
            </span>
          )}
          {stream.next_retry_at !== null && (
            <span class="under">{connectors.nextTry(ui.format.fromNow(stream.next_retry_at, ui.now))}</span>
          )}
        </td>
        <td class="figure">{ui.format.number(stream.records)}</td>
        <td class="whole">{stream.cursor_ts === null ? '–' : ui.format.fromNow(stream.cursor_ts, ui.now)}</td>
        <td>{words.changed(ui.format.number(stream.upserted), ui.format.number(stream.deleted))}</td>
        {may && (
          <td class="act">
            {actionButton(ui, again(stream))}
            {outcomeOf(ui, again(stream).key)}
          </td>
        )}
      </tr>
    )),
  );
}

const TONES: Readonly<Record<ConnectorStream['status'], Tone>> = { idle: 'quiet', ok: 'good', failed: 'bad' };
