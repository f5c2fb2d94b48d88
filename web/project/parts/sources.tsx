import type { ProjectOverview } from '../../client/published.js';
import { h, type ComponentChild } from 'preact';
import { sourceViews } from '../models/sources.js';
import { aboutProject, type Ui } from '../ui.js';
import { Section } from './section.js';

/** Where the project is read from, and whether that works. */
export function Sources({ ui, project }: { ui: Ui; project: ProjectOverview }): ComponentChild {
  const { texts, format, now, projectId } = ui;
  const { sources: words } = texts;
  const sources = sourceViews(project, texts, format, now);
  return (
    <Section
      id="sources"
      title={words.title}
      beside={<a href={aboutProject('ops/connectors', projectId)}>{words.manage}</a>}
    >
      {sources.length === 0 ? (
        <p class="hint">{words.none}</p>
      ) : (
        <ul class="sources">
          {sources.map(({ connector, name, state, tone, read }) => (
            <li key={connector}>
              <span class="source-name">{name}</span> <span class={`pill pill-${tone}`}>{state}</span>
              <span class="hint">{read}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
