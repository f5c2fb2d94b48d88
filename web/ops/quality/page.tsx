import type { DetectorQuality } from '../../client/published.js';
import { h, type ComponentChild } from 'preact';
import { FeedContent } from '../feed-content.js';
import { table } from '../panels/parts.js';
import { addressOf } from '../place.js';
import type { Ui } from '../ui.js';
import type { QualityFeeds } from './feeds.js';
import { qualityRows } from './rows.js';

/** How often what was heard in messages is right, by what people said of it. */
export function Quality({ ui, feeds }: { ui: Ui; feeds: QualityFeeds }): ComponentChild {
  const { quality: words } = ui.texts;
  return (
    <section id="quality" class="panel quality" aria-labelledby="quality-title" tabIndex={-1}>
      <h1 id="quality-title">{words.title}</h1>
      <p>{words.about}</p>
      <FeedContent ui={ui} feed={feeds.quality}>
        {({ scopes, enough_from }) =>
          scopes.length === 0 ? (
            <Empty ui={ui} />
          ) : (
            <div>
              <p class="hint">{words.bias}</p>
              {scopes.map((scope) => (
                <Scope key={scope.account_scope_id} ui={ui} scope={scope} enough={enough_from} />
              ))}
            </div>
          )
        }
      </FeedContent>
    </section>
  );
}

function Empty({ ui }: { ui: Ui }): ComponentChild {
  const { quality: words } = ui.texts;
  return (
    <div class="empty">
      <p>{words.none}</p>
      <p>
        <a href={addressOf(`projects/${ui.projectId}`)}>{words.toTimeline}</a>
      </p>
    </div>
  );
}

function Scope({ ui, scope, enough }: { ui: Ui; scope: DetectorQuality; enough: number }): ComponentChild {
  const { quality: words } = ui.texts;
  const rows = qualityRows(scope, enough, ui.texts, ui.format).map(({ key, part, name, judged, right, precision }) => (
    <tr key={key} class={part ? 'quality-part' : ''}>
      <th scope="row">{name}</th>
      <td class="figure">{judged}</td>
      <td class="figure">{right}</td>
      <td>{precision}</td>
    </tr>
  ));
  return (
    <div>
      <h2>{scope.name}</h2>
      {table(scope.name, [words.event, words.judged, words.right, words.precision], rows)}
    </div>
  );
}
