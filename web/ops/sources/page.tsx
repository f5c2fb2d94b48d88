import type { ConnectorState, ListedSource } from '../../client/published.js';
import { vendorName } from '../../shared/vendor-name.js';
import { h, type ComponentChild } from 'preact';
import { connectorViews } from '../models/connectors.js';
import { actionButton, outcomeOf } from '../panels/action.js';
import { pill } from '../panels/parts.js';
import { FeedContent } from '../feed-content.js';
import { SERVERS, type Ui } from '../ui.js';
import * as actions from './actions.js';
import type { SourceDesk } from './desk.js';
import type { SourceFeeds } from './feeds.js';
import { Errors } from './errors.js';
import { SourceForm } from './form.js';
import { Streams } from './streams.js';
import { Syncs } from './syncs.js';
import { Webhook } from './webhook.js';

interface Props {
  ui: Ui;
  feeds: SourceFeeds;
  desk: SourceDesk;
}

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
      <FeedContent ui={ui} feed={feeds.states}>
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
      </FeedContent>
    </div>
  );
}

function One({ ui, feeds, desk, state }: Props & { state: ConnectorState }): ComponentChild {
  const { sources: words } = ui.texts;
  const { connector } = state;
  const [view] = connectorViews([state], ui.texts, ui.format, ui.now);
  const listed = feeds.sources?.state.get().data?.find((one) => one.connector === connector) ?? null;
  // A source that is not set up has nothing to show, and nothing to sync.
  const unused = listed?.lacking?.unused === true && state.last_success_at === null;
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
          {!unused && actionButton(ui, sync)}
          {!unused && actionButton(ui, preview)}
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
      {!unused && <Streams ui={ui} state={state} />}
      <Errors ui={ui} connector={connector} errors={of(feeds.errors.state.get().data)} />
      <Syncs ui={ui} projectId={feeds.projectId} connector={connector} syncs={of(feeds.syncs.state.get().data)} />
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
