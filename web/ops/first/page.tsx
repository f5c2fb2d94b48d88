import { problemText } from '../../client/api-problem.js';
import type { JobRun, ListedSource } from '../../client/published.js';
import { hasEnded, runText, shareDone, standingOf } from '../../client/run.js';
import { reaches, type Role } from '../../client/session.js';
import { vendorName } from '../../shared/vendor-name.js';
import { h, type ComponentChild } from 'preact';
import { jobName } from '../models/jobs.js';
import { actionButton, outcomeOf, progress } from '../panels/action.js';
import { pill } from '../panels/parts.js';
import { addressOf } from '../place.js';
import { syncAll } from '../sources/actions.js';
import type { SourceDesk } from '../sources/desk.js';
import type { SourceFeeds } from '../sources/feeds.js';
import { SourceForm } from '../sources/form.js';
import { ReadFrom } from '../sources/page.js';
import { FeedContent } from '../feed-content.js';
import type { Ui } from '../ui.js';
import { stepsOf, type Step } from './steps.js';

export interface FirstProps {
  ui: Ui;
  role: Role;
  /** Of the project that is set up; null: not made yet. */
  feeds: SourceFeeds | null;
  desk: SourceDesk | null;
  project: string | null;
  making: { busy: boolean; problem: unknown };
  make: (name: string) => void;
}

/** From an empty server to a portfolio: a project, a vendor, the first sync, and a look at it. */
export function First(props: FirstProps): ComponentChild {
  const { ui, role, feeds, project } = props;
  const { first: words } = ui.texts;
  if (!reaches(role, 'admin'))
    return (
      <section id="first" class="panel first" aria-labelledby="first-title" tabIndex={-1}>
        <h1 id="first-title">{words.title}</h1>
        <p>{words.needsAdmin(role)}</p>
        {project !== null && (
          <p>
            <a href={addressOf('')}>{words.portfolio}</a>
          </p>
        )}
      </section>
    );
  const cycle = feeds?.cycle.state.get().data ?? null;
  const sources = feeds?.sources?.state.get().data ?? [];
  const steps = stepsOf({ project: project !== null, sources, sync: cycle?.run ?? null });
  return (
    <section id="first" class="panel first" aria-labelledby="first-title" tabIndex={-1}>
      <h1 id="first-title">{words.title}</h1>
      <p>{words.about}</p>
      <ol class="first-steps">
        <Part ui={ui} n={1} step={steps.project} title={words.make}>
          {project === null ? <Make {...props} /> : <p>{words.made(project)}</p>}
        </Part>
        <Part ui={ui} n={2} step={steps.connect} title={words.connect}>
          {feeds === null ? <p class="hint">{words.projectFirst}</p> : <Connect {...props} feeds={feeds} />}
        </Part>
        <Part ui={ui} n={3} step={steps.sync} title={words.sync}>
          {feeds === null || steps.connect !== 'done' ? (
            <p class="hint">{words.connectFirst}</p>
          ) : (
            <Sync ui={ui} feeds={feeds} />
          )}
        </Part>
        <Part ui={ui} n={4} step={steps.look} title={words.look}>
          {steps.look === 'now' ? (
            <p>
              {words.lookText} <a href={addressOf('')}>{words.portfolio}</a>
            </p>
          ) : (
            <p class="hint">{words.syncFirst}</p>
          )}
        </Part>
      </ol>
    </section>
  );
}

function Part(props: { ui: Ui; n: number; step: Step; title: string; children: ComponentChild }): ComponentChild {
  const { ui, n, step, title, children } = props;
  const { first: words } = ui.texts;
  return (
    <li class={`first-step first-${step}`} aria-current={step === 'now' ? 'step' : undefined}>
      <h2>
        {`${n}. ${title}`} {step === 'done' && pill('good', words.done)}
      </h2>
      {children}
    </li>
  );
}

function Make({ ui, making, make }: FirstProps): ComponentChild {
  const { first: words, bar } = ui.texts;
  return (
    <form
      class="source-fields"
      onSubmit={(event: Event) => {
        event.preventDefault();
        const name = new FormData(event.currentTarget as HTMLFormElement).get('name');
        make(typeof name === 'string' ? name : '');
      }}
    >
      <label class="filter">
        <span>{words.name}</span>
        <input name="name" required minLength={2} maxLength={160} autocomplete="off" />
      </label>
      <p class="hint">{words.nameHint}</p>
      <button type="submit" class="primary" aria-disabled={making.busy}>
        {making.busy ? words.making : words.makeIt}
      </button>
      {making.problem !== null && (
        <p class="bad" role="alert">
          {problemText(making.problem, { ...bar.problems, ...words.problems })}
        </p>
      )}
    </form>
  );
}

function Connect({ ui, feeds, desk }: FirstProps & { feeds: SourceFeeds }): ComponentChild {
  const { first: words } = ui.texts;
  if (feeds.sources === null || desk === null) return null;
  return (
    <FeedContent ui={ui} feed={feeds.sources}>
      {(sources) => (
        <div>
          <p class="hint">{words.connectText}</p>
          {sources.map((listed) => (
            <Vendor key={listed.connector} ui={ui} desk={desk} listed={listed} />
          ))}
        </div>
      )}
    </FeedContent>
  );
}

function Vendor({ ui, desk, listed }: { ui: Ui; desk: SourceDesk; listed: ListedSource }): ComponentChild {
  const { first: words } = ui.texts;
  return (
    <details class="source-part">
      <summary>
        {vendorName(listed.connector)}{' '}
        {listed.reads_with === null ? pill('quiet', words.notConnected) : pill('good', words.connected)}
      </summary>
      <ReadFrom ui={ui} listed={listed} admin />
      <SourceForm ui={ui} listed={listed} desk={desk} />
    </details>
  );
}

function Sync({ ui, feeds }: { ui: Ui; feeds: SourceFeeds }): ComponentChild {
  const { first: words } = ui.texts;
  const cycle = feeds.cycle.state.get().data;
  const action = { ...syncAll(ui), label: cycle === null ? words.syncNow : words.syncAgain };
  const begun = ui.outcomes.get(action.key)?.phase === 'failed';
  return (
    <div>
      <p class="hint">{words.syncText}</p>
      {(cycle === null || hasEnded(cycle.run)) && <p>{actionButton(ui, action)}</p>}
      {begun && outcomeOf(ui, action.key)}
      {cycle !== null && (
        <div class="outcome" role="status">
          {[cycle.run, ...cycle.parts].map((run) => (
            <Line key={run.id} ui={ui} run={run} />
          ))}
        </div>
      )}
    </div>
  );
}

function Line({ ui, run }: { ui: Ui; run: JobRun }): ComponentChild {
  const name = jobName(run.job_type, ui.texts);
  return (
    <div class="run-row">
      <a class="run-name" href={addressOf(`ops/runs/${run.id}`, run.project_id)}>
        {name}
      </a>
      {run.status === 'running' && progress(ui, name, shareDone(run))}
      <span class={`run-text run-${standingOf(run)}`}>{runText(run, 0, ui.texts.run)}</span>
    </div>
  );
}
