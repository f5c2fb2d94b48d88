import type { DigestAttention, DigestChange, DigestProject } from '../../client/published.js';
import { h, type ComponentChild } from 'preact';
import { addressOf, type Digest, type Ui } from '../ui.js';

/** What happened in the days: who needs attention now, what changed, and what was done. */
export function Happenings({ ui, digest }: { ui: Ui; digest: Digest }): ComponentChild {
  const { parts } = ui.texts;
  const { summary, attention, changes, done, totals } = digest;
  return (
    <div>
      <p class="digest-summary">{summary}</p>
      {attention !== null && (
        <Part title={parts.attention} empty={parts.calm} ui={ui} shown={attention.length} all={totals.attention}>
          {attention.map((one) => (
            <Needing key={one.project.id} one={one} ui={ui} />
          ))}
        </Part>
      )}
      <Part title={parts.changes} empty={parts.nothingChanged} ui={ui} shown={changes.length} all={totals.changes}>
        {changes.map((change) => (
          <Row key={`${change.project.id} ${change.words}`} project={change.project} line={change}>
            <span class={change.bad ? 'pill pill-bad' : 'pill pill-good'}>
              {change.bad ? parts.worse : parts.better}
            </span>
          </Row>
        ))}
      </Part>
      <Part title={parts.done} empty={parts.nothingDone} ui={ui} shown={done.length} all={totals.done}>
        {done.map((one) => (
          <Row key={one.recommendation_id} project={one.project} line={one} />
        ))}
      </Part>
    </div>
  );
}

function Part(props: {
  title: string;
  empty: string;
  ui: Ui;
  shown: number;
  all: number;
  children?: ComponentChild;
}): ComponentChild {
  const { title, empty, ui, shown, all, children } = props;
  return (
    <section class="digest-part" aria-label={title}>
      <h2>{title}</h2>
      {shown === 0 ? <p class="hint">{empty}</p> : <ul>{children}</ul>}
      {all > shown && <p class="hint">{ui.texts.parts.more(all - shown, ui.format.number(all - shown))}</p>}
    </section>
  );
}

function Needing({ one, ui }: { one: DigestAttention; ui: Ui }): ComponentChild {
  const { project, health, reasons } = one;
  return (
    <li>
      <p class="digest-head">
        <Name project={project} />
        {health !== null && <span class="hint">{ui.texts.parts.health(ui.format.number(Math.round(health)))}</span>}
      </p>
      {reasons.map((reason) => (
        <p key={reason.words}>
          <a href={addressOf(reason.link)}>{reason.words}</a>
        </p>
      ))}
    </li>
  );
}

function Row(props: {
  project: DigestProject;
  line: Pick<DigestChange, 'words' | 'link'>;
  children?: ComponentChild;
}): ComponentChild {
  const { project, line, children } = props;
  return (
    <li>
      <p class="digest-head">
        <Name project={project} />
        {children}
      </p>
      <p>
        <a href={addressOf(line.link)}>{line.words}</a>
      </p>
    </li>
  );
}

const Name = ({ project }: { project: DigestProject }): ComponentChild => (
  <a class="digest-project" href={addressOf(`projects/${project.id}`)}>
    {project.name}
  </a>
);
