import { vendorName } from '../../shared/vendor-name.js';
import { h, type ComponentChild } from '../../vendor/preact.js';
import type { ConnectorError } from '../answers.js';
import { connectorViews, openErrors } from '../models/connectors.js';
import { actionButton, outcomeOf, type Action } from '../panels/action.js';
import { pill, table } from '../panels/parts.js';
import { addressOf } from '../place.js';
import { Told } from '../told.js';
import { SERVERS, type Ui } from '../ui.js';
import * as actions from './actions.js';
import type { ListedSource, StreamState, SyncRun } from './answers.js';
import type { SourceDesk } from './desk.js';
import type { ConnectorState, SourceFeeds } from './feeds.js';
import { SourceForm } from './form.js';
import { Webhook } from './webhook.js';

interface Props {
  ui: Ui;
  feeds: SourceFeeds;
  desk: SourceDesk;
}

const SHOWN_SYNCS = 8;

/** Where the project is read from: each source with its lists, its syncs, its errors, and the way to set it. */
export function Connectors({ ui, feeds, desk }: Props): ComponentChild {
  const { sources: words, connectors } = ui.texts;
  const all = actions.syncAll(ui);
  return (
    <div id="connectors" class="sources" tabIndex={-1}>
      <header class="run-title">
        <h1>{words.title}</h1>
        <span class="run-title-tools">{actionButton(ui, all)}</span>
      </header>
      <p class="hint">{words.pageAbout}</p>
      {outcomeOf(ui, all.key)}
      <Told ui={ui} feed={feeds.states}>
        {(states) =>
          states.length === 0 ? (
            <p class="empty">{connectors.empty}</p>
          ) : (
            <div class="run-whole">
              {states.map((state) => (
                <One key={state.connector} ui={ui} feeds={feeds} desk={desk} state={state} />
              ))}
            </div>
          )
        }
      </Told>
    </div>
  );
}

function One({ ui, feeds, desk, state }: Props & { state: ConnectorState }): ComponentChild {
  const { sources: words } = ui.texts;
  const { connector } = state;
  const [view] = connectorViews([state], ui.texts, ui.format, ui.now);
  const listed = feeds.sources?.state.get().data?.find((one) => one.connector === connector) ?? null;
  const sync = actions.sync(ui, connector);
  const preview = actions.preview(ui, connector);
  const of = <T extends { connector: string }>(list: readonly T[] | null) =>
    (list ?? []).filter((one) => one.connector === connector);
  return (
    <section id={connector} class="panel source" aria-labelledby={`${connector}-title`} tabIndex={-1}>
      <header class="run-title">
        <h2 id={`${connector}-title`}>{vendorName(connector)}</h2>
        {view && pill(view.tone, view.state)}
        <span class="buttons run-title-tools">
          {actionButton(ui, sync)}
          {actionButton(ui, preview)}
        </span>
      </header>
      {outcomeOf(ui, sync.key)}
      {outcomeOf(ui, preview.key)}
      {view && view.lastError !== null && (
        <p class="bad" {...SERVERS}>
          {view.lastError}
        </p>
      )}
      <ReadFrom ui={ui} listed={listed} admin={feeds.sources !== null} />
      <Streams ui={ui} state={state} />
      <Errors ui={ui} connector={connector} errors={of(feeds.errors.state.get().data)} />
      <Syncs ui={ui} feeds={feeds} connector={connector} syncs={of(feeds.syncs.state.get().data)} />
      {listed !== null && <Setting ui={ui} desk={desk} listed={listed} />}
      {listed === null && feeds.sources === null && <p class="hint">{words.needsAdmin}</p>}
    </section>
  );
}

/** With whose account and token the vendor is read, or why it is not. */
export function ReadFrom({
  ui,
  listed,
  admin,
}: {
  ui: Ui;
  listed: ListedSource | null;
  admin: boolean;
}): ComponentChild {
  const { sources: words } = ui.texts;
  if (listed === null) return admin ? <p class="loading">{ui.texts.panel.loading}</p> : null;
  const { reads_with: reads, lacking, source } = listed;
  const filters = Object.entries(source?.filter ?? {}).map(
    ([name, ids]) => `${words.filters[name] ?? name}: ${ids.join(', ')}`,
  );
  if (reads !== null)
    return <p>{[words.reads[reads], ...(filters.length > 0 ? [filters.join('; ')] : [])].join(' ')}</p>;
  if (lacking === null || lacking.unused) return <p>{words.unused}</p>;
  return (
    <p>
      {words.lacking} <span {...SERVERS}>{lacking.message}</span>
    </p>
  );
}

function Streams({ ui, state }: { ui: Ui; state: ConnectorState }): ComponentChild {
  const { sources: words, connectors } = ui.texts;
  const { connector, streams } = state;
  const again = (stream: StreamState): Action => actions.reread(ui, connector, stream.name);
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

const TONES = { idle: 'quiet', running: 'open', ok: 'good', failed: 'bad' } as const;

function Errors(props: { ui: Ui; connector: string; errors: readonly ConnectorError[] }): ComponentChild {
  const { ui, connector, errors } = props;
  const { sources: words, connectors } = ui.texts;
  if (errors.length === 0) return null;
  const all = actions.retryErrors(
    ui,
    connector,
    errors.map(({ id }) => id),
  );
  return (
    <div class="source-errors">
      <h3>{connectors.openTitle}</h3>
      <ul class="errors">
        {openErrors(errors, ui.texts, ui.format, ui.now).map((error, i) => {
          const retry = actions.retryErrors(ui, error.id, [error.id]);
          const resolve = actions.resolveError(ui, error.id);
          const ref = errors[i]?.source_ref ?? '';
          return (
            <li key={error.id} class="source-error">
              <p>
                <strong {...SERVERS}>{ref === '' ? error.kind : ref}</strong> {pill(error.tone, error.standing)}
              </p>
              <p class="observed" {...SERVERS}>
                {error.message}
              </p>
              <p class="buttons">
                {actionButton(ui, { ...retry, about: ref })}
                {actionButton(ui, { ...resolve, about: ref })}
              </p>
              {outcomeOf(ui, retry.key)}
              {outcomeOf(ui, resolve.key)}
            </li>
          );
        })}
      </ul>
      {errors.length > 1 && (
        <p>
          {actionButton(ui, { ...all, label: words.retryAll })}
          {outcomeOf(ui, all.key)}
        </p>
      )}
    </div>
  );
}

function Syncs(props: { ui: Ui; feeds: SourceFeeds; connector: string; syncs: readonly SyncRun[] }): ComponentChild {
  const { ui, feeds, connector, syncs } = props;
  const { sources: words } = ui.texts;
  if (syncs.length === 0) return null;
  const all = `${addressOf('ops/runs', feeds.projectId)}&job=${connector}_sync`;
  return (
    <details class="source-part">
      <summary>{words.history}</summary>
      {table(
        words.historyOf(vendorName(connector)),
        [words.when, ui.texts.connectors.state, words.whatCame, words.took],
        syncs.slice(0, SHOWN_SYNCS).map((sync) => (
          <tr key={sync.id}>
            <th scope="row" class="whole">
              <a href={addressOf(`ops/runs/${sync.id}`, feeds.projectId)}>
                {ui.format.fromNow(sync.created_at, ui.now)}
              </a>
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

/** The forms, closed until somebody wants them. */
function Setting({ ui, desk, listed }: { ui: Ui; desk: SourceDesk; listed: ListedSource }): ComponentChild {
  const { sources: words } = ui.texts;
  const remove = actions.removeSource(ui, desk.projectId, listed.connector);
  return (
    <div>
      <details class="source-part">
        <summary>{listed.source === null ? words.setUp : words.change}</summary>
        <SourceForm ui={ui} listed={listed} desk={desk} />
        {listed.source !== null && <p>{actionButton(ui, remove)}</p>}
        {outcomeOf(ui, remove.key)}
      </details>
      {listed.accepts.webhooks && (
        <details class="source-part">
          <summary>{words.webhook.title}</summary>
          <Webhook ui={ui} listed={listed} desk={desk} />
        </details>
      )}
    </div>
  );
}
