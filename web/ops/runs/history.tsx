import type { Project } from '../../client/projects.js';
import type { JobRun } from '../../client/published.js';
import { h, type ComponentChild } from 'preact';
import { jobName, knownJobs } from '../models/jobs.js';
import { actionButton, outcomeOf, progress } from '../panels/action.js';
import { pill } from '../panels/parts.js';
import { addressOf } from '../place.js';
import type { Ui } from '../ui.js';
import { cancelling, retrying } from './actions.js';
import type { RunsFeeds } from './feeds.js';
import { isOpen, runRow } from './row.js';
import { STATES, type View } from './view.js';
import { FeedContent } from '../feed-content.js';

export interface HistoryProps {
  ui: Ui;
  feeds: RunsFeeds;
  projects: readonly Project[];
  view: View;
  show: (change: Partial<View>) => void;
  older: () => void;
}

/** All runs, newest first, by job, project and state. */
export function History(props: HistoryProps): ComponentChild {
  const { ui, feeds, older } = props;
  const { runs: words } = ui.texts;
  return (
    <section id="runs" class="panel runs-history" aria-labelledby="runs-title" tabIndex={-1}>
      <h1 id="runs-title">{words.title}</h1>
      <p class="hint">{words.about}</p>
      <Filters {...props} />
      <FeedContent ui={ui} feed={feeds.history}>
        {({ runs, more }) => [
          runs.length === 0 ? <Empty key="empty" {...props} /> : <List key="list" {...props} runs={runs} />,
          more && (
            <button key="more" type="button" class="quiet" onClick={older}>
              {words.older}
            </button>
          ),
        ]}
      </FeedContent>
    </section>
  );
}

function Filters({ ui, feeds, projects, view, show }: HistoryProps): ComponentChild {
  const { runs: words, jobs } = ui.texts;
  const known = [
    ...knownJobs(ui.texts),
    ...(feeds.history.state.get().data?.runs ?? []).map(({ job_type }) => job_type),
    ...(view.job === '' ? [] : [view.job]),
  ];
  const types = [...new Set(known)].map((type) => [type, jobName(type, ui.texts)] as const);
  types.sort(([, a], [, b]) => a.localeCompare(b, ui.format.language));
  const own = projects.find(({ id }) => id === feeds.projectId)?.name ?? '';
  return (
    <div class="filters" role="group" aria-label={words.filters}>
      {projects.length > 1 && (
        <Choice
          label={words.project}
          chosen={view.all ? 'true' : ''}
          options={[
            ['', own],
            ['true', words.allProjects],
          ]}
          choose={(all) => show({ all: all === 'true' })}
        />
      )}
      <Choice
        label={words.job}
        chosen={view.job}
        options={[['', words.anyJob], ...types]}
        choose={(job) => show({ job })}
      />
      <Choice
        label={words.state}
        chosen={view.state}
        options={[['', words.anyState], ...STATES.map((state) => [state, jobs.statuses[state]] as const)]}
        choose={(chosen) => show({ state: STATES.find((state) => state === chosen) ?? '' })}
      />
    </div>
  );
}

interface ChoiceProps {
  label: string;
  chosen: string;
  options: readonly (readonly [value: string, text: string])[];
  choose: (value: string) => void;
}

function Choice({ label, chosen, options, choose }: ChoiceProps): ComponentChild {
  return (
    <label class="filter">
      <span>{label}</span>
      <select onChange={(event: Event) => choose((event.currentTarget as HTMLSelectElement).value)}>
        {options.map(([value, text]) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Empty({ ui, view, show }: HistoryProps): ComponentChild {
  const { runs: words } = ui.texts;
  const filtered = view.job !== '' || view.state !== '';
  return (
    <div class="empty">
      <p>{filtered ? words.noneSuch : words.none}</p>
      {filtered && (
        <button type="button" class="quiet" onClick={() => show({ job: '', state: '' })}>
          {words.showAll}
        </button>
      )}
    </div>
  );
}

function List({ ui, runs, view, projects }: HistoryProps & { runs: readonly JobRun[] }): ComponentChild {
  const names = new Map(projects.map(({ id, name }) => [id, name]));
  return (
    <ul class="run-list" aria-label={ui.texts.runs.title}>
      {runs.map((run) => (
        <Line key={run.id} ui={ui} run={run} project={view.all ? (names.get(run.project_id) ?? null) : null} />
      ))}
    </ul>
  );
}

/** A run in one line, with what can be done about it. */
export function Line({ ui, run, project }: { ui: Ui; run: JobRun; project: string | null }): ComponentChild {
  const row = runRow(run, ui.texts, ui.format, ui.now);
  const action = isOpen(run) ? cancelling(ui, run) : run.status === 'succeeded' ? null : retrying(ui, run);
  return (
    <li class="run-item">
      <span class="run-head">
        <a href={addressOf(`ops/runs/${row.id}`, row.projectId)}>{row.name}</a>
        {pill(row.tone, row.state)}
      </span>
      <span class="run-story">
        {row.share !== undefined && progress(ui, row.name, row.share)}
        <span class="run-text">{row.text}</span>
      </span>
      <span class="run-facts hint">
        {[...(project === null ? [] : [project]), ui.texts.runs.begun(row.by), row.when].join(' · ')}
      </span>
      {action !== null && <span class="run-action">{actionButton(ui, action)}</span>}
      {action !== null && outcomeOf(ui, action.key)}
    </li>
  );
}
