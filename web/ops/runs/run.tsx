import { ApiProblem } from '../../client/api-problem.js';
import type { JobRun } from '../../client/published.js';
import { runText, shareDone } from '../../client/run.js';
import { h, type ComponentChild } from 'preact';
import { jobName } from '../models/jobs.js';
import { actionButton, outcomeOf, progress } from '../panels/action.js';
import { pill } from '../panels/parts.js';
import { addressOf } from '../place.js';
import { FeedContent } from '../feed-content.js';
import { SERVERS, type Ui } from '../ui.js';
import { cancelling, retrying } from './actions.js';
import type { RunAnswer, RunFeeds } from './feeds.js';
import { Line } from './history.js';
import { logLines } from './log.js';
import { connectorOf, cureOf, isOpen, runRow, startedBy, tookOf } from './row.js';

/** One run: what it was to do, who wanted it, how it went, and what to do where it failed. */
export function Run({ ui, feeds, project }: { ui: Ui; feeds: RunFeeds; project: string }): ComponentChild {
  const { runs: words } = ui.texts;
  const { data, error } = feeds.run.state.get();
  const unknown = error instanceof ApiProblem && ['not_found', 'validation_failed'].includes(error.code);
  return (
    <div id="run" class="run" tabIndex={-1}>
      <p>
        <a href={addressOf('ops/runs', feeds.projectId)}>{words.back}</a>
      </p>
      {data === null && unknown ? (
        <div class="panel">
          <h1>{words.unknownTitle}</h1>
          <p>{words.unknown(project)}</p>
        </div>
      ) : (
        <FeedContent ui={ui} feed={feeds.run}>
          {(answer) => <Whole ui={ui} answer={answer} project={project} />}
        </FeedContent>
      )}
    </div>
  );
}

function Whole({ ui, answer, project }: { ui: Ui; answer: RunAnswer; project: string }): ComponentChild {
  const { run, parts } = answer;
  const { runs: words } = ui.texts;
  const { name, state, tone } = runRow(run, ui.texts, ui.format, ui.now);
  const action = isOpen(run) ? cancelling(ui, run) : retrying(ui, run);
  const button = actionButton(ui, action);
  return (
    <div class="run-whole">
      <section class="panel" aria-labelledby="run-title">
        <header class="run-title">
          <h1 id="run-title">{name}</h1>
          {pill(tone, state)}
          <span class="run-title-tools">
            {button ?? <span class="hint">{ui.texts.step.needsRole('operator')}</span>}
          </span>
        </header>
        {outcomeOf(ui, action.key)}
        {run.status === 'running' && (
          <p class="run-story">
            {progress(ui, name, shareDone(run))}
            <span>{runText(run, 0, ui.texts.run)}</span>
          </p>
        )}
        <Failure ui={ui} run={run} />
        <Facts ui={ui} run={run} project={project} />
      </section>
      {parts.length > 0 && (
        <section class="panel" aria-labelledby="parts-title">
          <h2 id="parts-title">{words.parts}</h2>
          <ul class="run-list">
            {[...parts].reverse().map((part) => (
              <Line key={part.id} ui={ui} run={part} project={null} />
            ))}
          </ul>
        </section>
      )}
      <Log ui={ui} answer={answer} />
      <Json
        ui={ui}
        id="result"
        title={words.result}
        value={run.result}
        none={isOpen(run) ? words.noResultYet : words.noResult}
      />
      <Json ui={ui} id="payload" title={words.payload} value={run.payload} none={words.noPayload} />
    </div>
  );
}

/** Why it failed, in the server's words, and what to do about it in the reader's. */
function Failure({ ui, run }: { ui: Ui; run: JobRun }): ComponentChild {
  const { runs: words } = ui.texts;
  if (run.error === null) return null;
  const cure = cureOf(run, ui.texts);
  const connector = connectorOf(run.job_type);
  return (
    <div class="run-failure">
      <p>
        <strong>{run.status === 'failed' ? words.why : words.whyCancelled}</strong>{' '}
        <span {...SERVERS}>{run.error.message}</span> <code {...SERVERS}>{run.error.code}</code>
      </p>
      {cure !== null && (
        <p>
          <strong>{words.cure}</strong> {cure}{' '}
          {connector !== null && (
            <a href={`${addressOf('ops/connectors', run.project_id)}#${connector}`}>{words.toConnector}</a>
          )}
        </p>
      )}
      {run.error.details !== undefined && (
        <details>
          <summary>{words.details}</summary>
          <pre tabIndex={0} aria-label={words.details} {...SERVERS}>
            {JSON.stringify(run.error.details, null, 2)}
          </pre>
        </details>
      )}
    </div>
  );
}

function Facts({ ui, run, project }: { ui: Ui; run: JobRun; project: string }): ComponentChild {
  const { texts, format, now } = ui;
  const { facts: words } = texts.runs;
  const took = tookOf(run, format, now);
  const facts: [string, ComponentChild][] = [
    [words.project, <a href={addressOf(`projects/${run.project_id}`)}>{project}</a>],
    [words.by, startedBy(run, texts)],
    [words.created, format.time(run.created_at)],
    [words.started, run.started_at === null ? words.notYet : format.time(run.started_at)],
    ...(run.finished_at === null ? [] : [[words.finished, format.time(run.finished_at)] as [string, string]]),
    ...(took === null ? [] : [[run.finished_at === null ? words.runsFor : words.took, took] as [string, string]]),
    [words.attempts, format.number(run.attempt)],
    ...(run.worker_id === null
      ? []
      : [[words.worker, <code {...SERVERS}>{run.worker_id}</code>] as [string, ComponentChild]]),
    ...(run.parent_run_id === null
      ? []
      : [[words.partOf, <Parent ui={ui} run={run} id={run.parent_run_id} />] as [string, ComponentChild]]),
    [words.id, <code {...SERVERS}>{run.id}</code>],
  ];
  return (
    <dl class="facts run-facts-list">
      {facts.flatMap(([name, value]) => [<dt key={`${name} t`}>{name}</dt>, <dd key={`${name} d`}>{value}</dd>])}
    </dl>
  );
}

const Parent = ({ ui, run, id }: { ui: Ui; run: JobRun; id: string }): ComponentChild => (
  <a href={addressOf(`ops/runs/${id}`, run.project_id)}>{ui.texts.runs.facts.whole}</a>
);

function Log({ ui, answer: { run, log } }: { ui: Ui; answer: RunAnswer }): ComponentChild {
  const { log: words } = ui.texts.runs;
  const lines = logLines(run.job_type, log, ui.texts, ui.format);
  return (
    <section class="panel" aria-labelledby="log-title">
      <h2 id="log-title">{words.title}</h2>
      {lines.length === 0 ? (
        <p class="hint">{words.empty}</p>
      ) : (
        <ol class="run-log">
          {lines.map(({ id, time, tone, of, text, said, details }) => (
            <li key={id}>
              <span class="run-log-time">{time}</span>
              <span class="run-log-text">
                {pill(tone, text)} {of !== null && <span>{jobName(of, ui.texts)}</span>}
                {said !== null && <span {...SERVERS}> {said}</span>}
                {details !== null && (
                  <details>
                    <summary>{words.details}</summary>
                    <pre tabIndex={0} aria-label={words.details} {...SERVERS}>
                      {details}
                    </pre>
                  </details>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

interface JsonProps {
  ui: Ui;
  id: string;
  title: string;
  value: Record<string, unknown> | null;
  none: string;
}

function Json({ id, title, value, none }: JsonProps): ComponentChild {
  const empty = value === null || Object.keys(value).length === 0;
  return (
    <section class="panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {empty ? (
        <p class="hint">{none}</p>
      ) : (
        <pre class="run-json" tabIndex={0} aria-label={title} {...SERVERS}>
          {JSON.stringify(value, null, 2)}
        </pre>
      )}
    </section>
  );
}
