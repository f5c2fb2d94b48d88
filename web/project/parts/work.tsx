import type { Deal, Issue } from '../../client/published.js';
import { h, type ComponentChild } from 'preact';
import type { Work as Known } from '../reading.js';
import type { Ui } from '../ui.js';
import { feedContent, Section } from './section.js';

/** Open issues and deals. */
export function Work({ ui }: { ui: Ui }): ComponentChild {
  return (
    <Section id="work" title={ui.texts.work.title}>
      {feedContent(ui, ui.feeds.parts.work, (work) => drawn(ui, work))}
    </Section>
  );
}

function drawn(ui: Ui, { issues, counts, deals }: Known): ComponentChild {
  const { texts, format } = ui;
  const { work: words } = texts;
  if (issues.length === 0 && deals.length === 0) return <p class="hint">{words.none}</p>;
  const [open, overdue, blocked] = [counts.open, counts.overdue, counts.blocked].map((n) => format.number(n));
  const more = counts.open - issues.length;
  return (
    <div key="work">
      {counts.open > 0 && <p>{words.counts(counts.open, open ?? '', overdue ?? '', blocked ?? '')}</p>}
      <ul class="issues">
        {issues.map((issue) => (
          <OneIssue key={issue.id} ui={ui} issue={issue} />
        ))}
      </ul>
      {more > 0 && <p class="hint">{words.more(more, format.number(more))}</p>}
      {deals.length > 0 && <h3>{words.deals}</h3>}
      <ul class="deals">
        {deals.map((deal) => (
          <OneDeal key={deal.id} ui={ui} deal={deal} />
        ))}
      </ul>
    </div>
  );
}

function OneIssue({ ui: { texts, format }, issue }: { ui: Ui; issue: Issue }): ComponentChild {
  const { work: words } = texts;
  const { identifier, title, url, state, due_date, overdue, blocked, assignee } = issue;
  const day = due_date === null ? null : format.day(due_date);
  return (
    <li>
      <p>
        <span class="hint">{identifier}</span> <Named url={url} name={title} />
      </p>
      <p class="hint">
        {overdue && day !== null && <span class="bad">{words.overdue(day)} · </span>}
        {blocked && <span class="bad">{words.blocked} · </span>}
        {[state, ...(assignee === null ? [] : [assignee]), ...(overdue || day === null ? [] : [words.due(day)])].join(
          ' · ',
        )}
      </p>
    </li>
  );
}

function OneDeal({ ui: { texts, format }, deal }: { ui: Ui; deal: Deal }): ComponentChild {
  const { name, stage, amount, currency, url } = deal;
  const told = [...(stage === null ? [] : [stage]), ...(amount === null ? [] : [format.sum(amount, currency)])];
  return (
    <li>
      <p>
        <Named url={url} name={name ?? texts.work.unnamed} />
      </p>
      {told.length > 0 && <p class="hint">{told.join(' · ')}</p>}
    </li>
  );
}

function Named({ url, name }: { url: string | null; name: string }): ComponentChild {
  if (url === null) return name;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {name}
    </a>
  );
}
