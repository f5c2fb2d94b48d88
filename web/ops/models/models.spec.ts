import { describe, expect, it } from '@jest/globals';
import type {
  Connector,
  ConnectorError,
  Diagnosis,
  Forecast,
  Recommendation,
  ScheduledJob,
  Snapshot,
} from '../answers.js';
import { labelStep } from '../charts/chart-data.js';
import { Format } from '../format.js';
import { TEXTS } from '../texts/index.js';
import { connectorViews, ERROR_DAYS, errorsChart, openErrors } from './connectors.js';
import { lastDays } from './days.js';
import { sectionViews, verdictView } from './diagnosis.js';
import { backlogView } from './embeddings.js';
import { forecastChart, forecastViews } from './forecast.js';
import { failedRuns, jobViews, openRuns, triggerOf } from './jobs.js';
import { evidencePath, evidenceViews, recommendationViews } from './recommendations.js';
import { scoresChart, scoreViews } from './scores.js';

const { en, ru } = TEXTS;
const format = new Format('en', 'UTC');
const NOW = Date.parse('2026-02-03T10:00:00Z');
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();

describe('the diagnosis', () => {
  const check = (id: string, status: 'ok' | 'warn' | 'fail' | 'skipped', because: string | null = null) => ({
    id,
    title: `Title of ${id}`,
    status,
    observed: 'Seen.',
    expected: 'Wanted.',
    remedy: [],
    because_of: because,
  });
  const diagnosis: Diagnosis = {
    generated_at: ago(0),
    verdict: {
      status: 'fail',
      first_cause: {
        check: 'vendor_token',
        title: 'Title of vendor_token',
        observed: 'Refused.',
        status: 'fail',
        remedy: [],
      },
      counts: { fail: 2, warn: 0, ok: 21, skipped: 1 },
    },
    sections: [
      {
        id: 'connector_sync',
        title: 'A connector does not sync',
        status: 'fail',
        checks: [
          check('a_new_one', 'ok'),
          check('dead_letters', 'fail', 'vendor_token'),
          check('vendor_token', 'fail'),
        ],
      },
    ],
  };

  it('begins with the verdict, and leaves out what there is none of', () => {
    expect(verdictView(diagnosis, en, format)).toMatchObject({
      status: 'fail',
      headline: 'Something is wrong',
      counts: [
        { status: 'fail', text: '2 faults' },
        { status: 'ok', text: '21 OK' },
        { status: 'skipped', text: '1 skipped' },
      ],
      cause: { id: 'vendor_token', title: 'Title of vendor_token' },
    });
    expect(verdictView(diagnosis, ru, format).counts[0]?.text).toBe('2 сбоя');
  });

  it('shows trouble first, says what explains it, and translates what it knows', () => {
    const [section] = sectionViews(diagnosis, ru, new Format('ru'));
    expect(section).toMatchObject({ title: 'Коннектор не синхронизируется', summary: '2 сбоя, 1 в норме' });
    expect(section?.checks.map(({ title, because }) => [title, because?.title ?? null])).toEqual([
      ['Ни от одной записи не отказались', 'Сервисы принимают токены'],
      ['Сервисы принимают токены', null],
      ['Title of a_new_one', null],
    ]);
  });
});

describe('connectors', () => {
  const one: Connector = {
    connector: 'linear',
    status: 'ok',
    last_success_at: ago(120),
    retry_count: 0,
    last_error: null,
    lag_seconds: 120,
    stale: false,
  };
  const error: ConnectorError = {
    id: 'e',
    connector: 'linear',
    error_kind: 'timeout',
    error_message: 'Too long',
    source_ref: '',
    attempt: 2,
    status: 'retrying',
    next_retry_at: ago(-300),
    created_at: ago(3600),
  };

  it.each([
    [{}, 'good', 'OK'],
    [{ status: 'idle', last_success_at: null, lag_seconds: null }, 'quiet', 'not synced yet'],
    [{ lag_seconds: 3601 }, 'warning', 'OK'],
    [{ lag_seconds: 6 * 3600 + 1 }, 'bad', 'OK'],
    [{ status: 'partial' }, 'warning', 'in part'],
    [{ status: 'failed' }, 'bad', 'failed'],
    [{ status: 'running', stale: true }, 'bad', 'stuck'],
  ] as const)('stand as their state and lag say: %p', (more, tone, state) => {
    expect(connectorViews([{ ...one, ...more }], en, format, NOW)[0]).toMatchObject({ name: 'Linear', tone, state });
  });

  it('have their errors counted by day and connector, those before the chart left out', () => {
    const errors = [error, { ...error, connector: 'attio' }, error, { ...error, created_at: ago(86_400 * 14) }];
    const chart = errorsChart(errors, ['linear'], en, format, NOW);
    expect(chart?.labels).toHaveLength(ERROR_DAYS);
    expect(chart?.labels.at(-1)).toBe('3 Feb');
    expect(
      chart?.series.map(({ name, values }) => [name, values.at(-1), values.reduce((a, b) => (a ?? 0) + (b ?? 0), 0)]),
    ).toEqual([
      ['Attio', 1, 1],
      ['Linear', 2, 2],
    ]);
    expect(errorsChart([], ['linear'], en, format, NOW)).toBeNull();
  });

  it('list what is still open, with its next try', () => {
    const dead: ConnectorError = { ...error, status: 'dead_letter' };
    const views = openErrors([error, dead, { ...error, status: 'resolved' }], en, format, NOW);
    expect(views.map(({ tone, standing }) => [tone, standing])).toEqual([
      ['warning', 'is tried again, 2 tries, next try in 5 minutes'],
      ['bad', 'given up, 2 tries'],
    ]);
  });
});

describe('jobs', () => {
  const routes = {
    paths: {
      '/jobs/{name}/sync': { post: { 'x-kag-trigger': '{name}_sync' } },
      '/connectors/{name}/sync': { post: { 'x-kag-trigger': '{name}_sync' } },
      '/connectors/sync': { post: { 'x-kag-trigger': 'connectors_sync_cycle' } },
      '/kag/refresh': { post: { 'x-kag-trigger': 'kag_signals_refresh' }, get: {} },
    },
  };
  const job: ScheduledJob = {
    job_type: 'kag_signals_refresh',
    status: 'active',
    cadence_seconds: 900,
    next_run_at: ago(-60),
    due: false,
    lag_seconds: 0,
    last_run_at: ago(840),
    last_status: 'succeeded',
    last_error: null,
  };

  it.each([
    ['kag_signals_refresh', '/kag/refresh'],
    ['connectors_sync_cycle', '/connectors/sync'],
    ['linear_sync', '/connectors/linear/sync'],
    ['retention_cleanup', undefined],
    ['_sync', undefined],
  ])('are run by the route that triggers them: %s', (type, path) => {
    expect(triggerOf(routes, type)?.path).toBe(path);
    expect(triggerOf(null, type)).toBeNull();
  });

  it('come with what failed first, then what is late or paused', () => {
    const views = jobViews(
      [
        job,
        { ...job, job_type: 'embeddings_run', due: true, lag_seconds: 600 },
        { ...job, job_type: 'kag_daily_pipeline', status: 'paused' },
        { ...job, job_type: 'unheard_of', last_status: 'failed', last_error: 'It broke' },
      ],
      routes,
      en,
      format,
      NOW,
    );
    expect(views.map(({ name, state, tone, lastError, nextRun }) => [name, state, tone, lastError, nextRun])).toEqual([
      ['unheard_of', 'active', 'good', 'It broke', 'in 1 minute'],
      ['Daily pipeline', 'paused', 'warning', null, '–'],
      ['Embeddings', 'due for 10 min', 'warning', null, 'due'],
      ['Signals and scores', 'active', 'good', null, 'in 1 minute'],
    ]);
  });

  it('run with their progress, and fail with a reason', () => {
    const run = {
      id: 'r',
      job_type: 'linear_sync',
      parent_run_id: null,
      result: null,
      error: { code: 'vendor_failed', message: 'Linear answered 500' },
      started_at: ago(70),
      finished_at: ago(60),
    };
    const running = {
      ...run,
      status: 'running' as const,
      finished_at: null,
      progress: { done: 1, total: 4, unit: 'pages' },
    };
    const queued = { ...run, status: 'queued' as const, started_at: null, finished_at: null, progress: null };
    expect(openRuns([running], [queued], en, format, NOW)).toMatchObject([
      { name: 'Sync of Linear', share: 0.25, text: 'is running: 1 of 4 pages', when: '1 minute ago' },
      { text: 'waits for a worker', when: '' },
    ]);
    expect(failedRuns([{ ...run, status: 'failed', progress: null }], ru, new Format('ru'), NOW)).toMatchObject([
      { name: 'Синхронизация Linear', text: 'сбой за 10 с: Linear answered 500', when: '1 минуту назад' },
    ]);
  });
});

describe('the embeddings backlog', () => {
  it('is told in figures and shares; without texts there is none', () => {
    const view = backlogView({ ready: 75, processing: 0, pending: 20, failed: 5 }, en, format);
    expect(view).toMatchObject({ headline: '75 of 100 chunks can be found by meaning', waiting: true });
    expect(view?.parts.map(({ share }) => share)).toEqual([0.75, 0, 0.2, 0.05]);
    expect(backlogView({ ready: 9, processing: 0, pending: 0, failed: 0 }, en, format)?.waiting).toBe(false);
    expect(backlogView({ ready: 0, processing: 0, pending: 0, failed: 0 }, en, format)).toBeNull();
  });
});

describe('scores', () => {
  const day = (snapshot_date: string, value: number): Snapshot => ({
    snapshot_date,
    scores_json: { risk: { value, band: 'low' } },
  });
  const days = [day('2026-02-03', 40), day('2026-01-27', 30), day('2026-01-26', 20)];

  it('are compared with those of a week ago, and only dangers have a band', () => {
    const scores = [
      { score_type: 'client_value' as const, value: 50, band: 'high' as const, as_of: ago(0) },
      { score_type: 'risk' as const, value: 41.26, band: 'medium' as const, as_of: ago(0) },
    ];
    expect(scoreViews(scores, days, en, format)).toEqual([
      {
        type: 'risk',
        name: 'Risk',
        value: '41.3',
        change: '+11.3 in 7 days',
        band: { text: 'risk band medium', tone: 'warning' },
      },
      { type: 'client_value', name: 'Client value', value: '50', change: 'no figure of a week ago', band: null },
    ]);
  });

  it('are drawn day by day, from the first day on, with gaps where a day is missing', () => {
    const chart = scoresChart(days, en, format, NOW);
    expect(chart?.labels).toHaveLength(9);
    expect(chart?.series.find(({ name }) => name === 'Risk')?.values).toEqual([
      20,
      30,
      null,
      null,
      null,
      null,
      null,
      null,
      40,
    ]);
    expect(scoresChart([day('2025-01-01', 1)], en, format, NOW)).toBeNull();
  });
});

describe('forecasts', () => {
  const one: Forecast = {
    risk_type: 'scope_risk',
    p7: 0.1,
    p14: 0.2,
    p30: 0.4,
    expected_time_to_risk_days: null,
    confidence: 0.55,
    top_drivers: [
      { key: 'scope', contribution: 0.3 },
      { key: 'unheard', contribution: 0.1 },
      { key: 'risk', contribution: 0 },
    ],
    generated_at: ago(7200),
  };

  it('have a bar for each horizon, risks in a fixed order', () => {
    const chart = forecastChart([one, { ...one, risk_type: 'client_risk' }], en, format);
    expect(chart?.labels).toEqual(['Client', 'Scope']);
    expect(chart?.series).toEqual([
      { name: '7 days', values: [0.1, 0.1] },
      { name: '14 days', values: [0.2, 0.2] },
      { name: '30 days', values: [0.4, 0.4] },
    ]);
    expect(forecastChart([], en, format)).toBeNull();
  });

  it('name what drives them', () => {
    expect(forecastViews([one], en, format, NOW)).toEqual([
      { name: 'Scope', confidence: '55%', drivers: 'growing scope, unheard', asOf: 'Made 2 hours ago' },
    ]);
  });
});

describe('recommendations', () => {
  const refs = [{ source_table: 'cw_messages', source_pk: 'cwmsg:1:2', url: 'https://app.example.com/2' }];
  const one: Recommendation = {
    id: 'r',
    category: 'winback',
    priority: 4,
    due_date: '2026-02-08',
    owner_role: 'pm',
    status: 'new',
    title: 'Call them',
    rationale: 'They are silent.',
    why_now: 'It gets worse.',
    evidence_refs: refs,
  };

  it('come by urgency, then by when they are due', () => {
    const views = recommendationViews(
      [one, { ...one, id: 'sooner', due_date: '2026-02-05' }, { ...one, id: 'urgent', priority: 5, due_date: null }],
      en,
      format,
    );
    expect(views.map(({ id, due }) => [id, due])).toEqual([
      ['urgent', null],
      ['sooner', 'due 5 Feb'],
      ['r', 'due 8 Feb'],
    ]);
    expect(views[2]).toMatchObject({ category: 'Win back', owner: 'Project manager', evidence: '1 piece of evidence' });
  });

  it('have words behind them, and links to the web only', () => {
    expect(evidencePath(refs)).toBe('kag/evidence?refs=cw_messages%3Acwmsg%3A1%3A2');
    const many = Array.from({ length: 60 }, (_, i) => ({ source_table: 't', source_pk: String(i) }));
    expect(decodeURIComponent(evidencePath(many)).split(',')).toHaveLength(50);
    const words = {
      source_table: 'cw_messages',
      source_pk: 'cwmsg:1:2',
      kind: 'message',
      title: null,
      text: 'Hello',
      author: 'Noor',
      occurred_at: '2026-02-03T10:00:00Z',
      deleted: false,
    };
    expect(evidenceViews([words], refs, en, format)).toEqual([
      {
        key: 'cw_messages:cwmsg:1:2',
        kind: 'Message',
        from: 'Noor, 3 Feb 2026, 10:00',
        text: 'Hello',
        url: 'https://app.example.com/2',
      },
    ]);
    const bad = [{ ...refs[0]!, url: 'javascript:alert(1)' }];
    expect(evidenceViews([{ ...words, deleted: true }], bad, en, format)[0]).toMatchObject({
      text: 'It is gone at the source.',
      url: null,
    });
  });
});

describe('days and labels', () => {
  it('are UTC days in their order', () => {
    expect(lastDays(3, Date.parse('2026-03-01T00:30:00Z'))).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  });

  it.each([
    [60, 12, 5],
    [7, 12, 1],
    [5, 0, 5],
  ])('of %d labels with room for %d every %dth is written', (count, most, step) => {
    expect(labelStep(count, most)).toBe(step);
  });
});
