import type { ProjectOverview } from '../../client/published.js';
import { isAhead } from '../../shared/local-day.js';
import { h, type ComponentChild } from 'preact';
import { freshnessOf } from '../models/sources.js';
import { scoreViews, type ScoreView } from '../models/scores.js';
import { aboutProject, type Ui } from '../ui.js';

/** Which project it is, how it stands, and how old the picture is. */
export function Head({ ui, project }: { ui: Ui; project: ProjectOverview }): ComponentChild {
  const { texts, format, now, projectId } = ui;
  const { head: words } = texts;
  const { ended_on, last_activity_at, as_of } = project;
  const told = [
    ...(ended_on === null ? [] : [(isAhead(ended_on, now) ? words.ends : words.ended)(format.date(ended_on))]),
    last_activity_at === null ? words.quiet : words.active(format.fromNow(last_activity_at, now)),
    ...freshnessOf(project, texts, format, now),
  ];
  return (
    <header class="project-head">
      <h1>{project.name}</h1>
      <ul class="project-facts hint">
        {told.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {as_of === null ? (
        <p class="project-nothing">
          {words.nothing} <a href={aboutProject('ops', projectId)}>{words.connect}</a>
        </p>
      ) : (
        <ul class="project-scores">
          {scoreViews(project, texts, format).map((score) => (
            <Score key={score.type} score={score} />
          ))}
        </ul>
      )}
    </header>
  );
}

function Score({ score: { type, name, value, band, tone, changes } }: { score: ScoreView }): ComponentChild {
  return (
    <li class={`score score-${tone} score-of-${type}`}>
      <span class="score-name">{name}</span>
      <span class="score-said">
        {value !== null && <span class="score-value">{value}</span>} <span class="score-band">{band}</span>
      </span>
      {changes.length > 0 && <span class="hint">{changes.join(', ')}</span>}
    </li>
  );
}
