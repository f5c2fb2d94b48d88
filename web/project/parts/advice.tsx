import type { PortfolioAdvice, ProjectOverview } from '../../client/published.js';
import { h, type ComponentChild } from 'preact';
import { localDay } from '../../shared/local-day.js';
import { aboutProject, type Ui } from '../ui.js';
import { Section } from './section.js';

const URGENT = 5;

/** What is to be done next, each with a way to do it. */
export function Advice({ ui, project }: { ui: Ui; project: ProjectOverview }): ComponentChild {
  const { advice: words } = ui.texts;
  const { open } = project.recommendations;
  const inbox = <a href={aboutProject('inbox', ui.projectId)}>{words.inbox}</a>;
  return (
    <Section id="advice" title={words.title} beside={open.length > 0 && inbox}>
      {open.length === 0 ? (
        <p class="hint">{words.none}</p>
      ) : (
        <ol class="advices">
          {open.map((one) => (
            <Recommended key={one.id} ui={ui} advice={one} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Recommended({ ui, advice }: { ui: Ui; advice: PortfolioAdvice }): ComponentChild {
  const { texts, format, now, projectId } = ui;
  const { advice: words, labels } = texts;
  const { id, category, title, rationale, priority, due_date, owner_role, assignee } = advice;
  const today = localDay(now);
  const late = due_date < today;
  const day = format.day(due_date);
  const due = late ? words.overdue(day) : due_date === today ? words.today : words.due(day);
  return (
    <li class="advice">
      <h3>
        {priority >= URGENT && <span class="pill pill-bad">{words.urgent}</span>}{' '}
        <a href={`${aboutProject('inbox', projectId)}&open=${encodeURIComponent(id)}`}>{title}</a>
      </h3>
      <p>{rationale}</p>
      <p class="hint">
        <span class={late ? 'bad' : ''}>{due}</span>
        {` · ${assignee ?? labels.roles[owner_role] ?? owner_role} · ${labels.categories[category] ?? category}`}
      </p>
    </li>
  );
}
