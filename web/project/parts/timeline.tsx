import { h, type ComponentChild } from 'preact';
import { groups } from '../models/event-groups.js';
import { daysOf, type Happening } from '../models/timeline.js';
import type { Timeline as Events } from '../reading.js';
import type { Ui } from '../ui.js';
import { Judged } from './judged.js';
import { feedContent, Section } from './section.js';

/** What happened, by days, with a way to where it can be seen. */
export function Timeline({ ui }: { ui: Ui }): ComponentChild {
  return (
    <Section id="timeline" title={ui.texts.timeline.title} beside={<Which ui={ui} />}>
      {feedContent(ui, ui.feeds.parts.timeline, (events) => drawn(ui, events))}
    </Section>
  );
}

function Which({ ui: { texts, view, show } }: { ui: Ui }): ComponentChild {
  const { timeline: words, labels } = texts;
  return (
    <label class="filter filter-inline">
      <span>{words.filter}</span>
      <select onChange={(event: Event) => show({ show: (event.currentTarget as HTMLSelectElement).value })}>
        <option value="" selected={view.show === ''}>
          {words.all}
        </option>
        {groups().map((group) => (
          <option key={group} value={group} selected={group === view.show}>
            {labels.groups[group]}
          </option>
        ))}
      </select>
    </label>
  );
}

function drawn(ui: Ui, events: Events): ComponentChild {
  const { timeline: words } = ui.texts;
  const days = daysOf(events, ui.texts, ui.format);
  if (days.length === 0) return <p class="hint">{ui.view.show === '' ? words.none : words.noneOfKind}</p>;
  return (
    <div key="timeline" aria-busy={ui.reaching}>
      {days.map(({ name, happenings }) => (
        <div key={name} class="day">
          <h3>{name}</h3>
          <ol class="happenings">
            {happenings.map((one) => (
              <Happened key={one.id} ui={ui} happening={one} />
            ))}
          </ol>
        </div>
      ))}
      {events.more ? (
        <button type="button" class="older" aria-disabled={ui.reaching} onClick={ui.older}>
          {ui.reaching ? words.loading : words.older}
        </button>
      ) : (
        <p class="hint">{words.end}</p>
      )}
    </div>
  );
}

function Happened({ ui, happening }: { ui: Ui; happening: Happening }): ComponentChild {
  const { timeline: words } = ui.texts;
  const { at, time, names, judgements, side, who, text, quoted, notes, link } = happening;
  return (
    <li class={`happening happening-${side}`}>
      <time dateTime={time}>{at}</time>
      <div>
        <p>
          {names.length > 0 && <span class="happening-name">{names.join(', ')}</span>}
          {side !== 'system' && <span class="hint"> {who === null ? words[side] : words.by(who, words[side])}</span>}
        </p>
        {text !== null && (quoted ? <blockquote>{text}</blockquote> : <p>{text}</p>)}
        {notes.map((note) => (
          <p key={note} class="hint">
            {note}
          </p>
        ))}
        {judgements.map((one) => (
          <Judged key={one.id} ui={ui} judgement={one} alone={judgements.length === 1} />
        ))}
        {link && (
          <p>
            <a href={link.url} target="_blank" rel="noopener noreferrer">
              {link.text}
            </a>
          </p>
        )}
      </div>
    </li>
  );
}
