import { Injectable } from '@nestjs/common';
import { dayOf, daysIn, endOfDay } from '../../common/day.js';
import { thereSince } from '../../kag-snapshots/index.js';
import { LOOKS_BACK } from '../domain/hazard/features/past.js';
import type { ProjectRun } from '../domain/hazard/project-run.js';
import { RISK_TYPES } from '../domain/risks.js';
import { sayings } from '../domain/sayings.js';
import { changedBetween, hasChanged, runUntil, type TrainedOn } from '../domain/trained-on.js';
import { learntUntil, plusDays, WEEK_DAYS } from '../domain/week.js';
import { ForecastsRepository, type SaidThen } from '../forecasts.repository.js';
import { paced } from '../models/paced.js';
import { type Runs, RunsService } from '../models/runs.service.js';
import { type ScopeModels, ScopeModelsService } from '../models/scope-models.service.js';
import { ScopesRepository } from '../models/scopes.repository.js';

/** What a backfill did. */
export interface Backfilled {
  weeks: number;
  /** Weeks whose models were made, or made again. */
  learnt: number;
  /** What models said of days, counted for each risk. */
  forecasts: number;
}

export interface BackfillOptions {
  /** Told after each week. */
  progress?: (done: number, total: number) => void;
  /** Stops the work between two weeks; what is stored by then stays. */
  signal?: AbortSignal;
}

/** A week before its days are forecast. */
interface Week {
  /** The last day that its models learn from. */
  until: string;
  /** The models that are there. */
  kept: ScopeModels | null;
  /** What its projects are now. */
  trained: TrainedOn;
  /** Projects that are not what the kept models have learnt from. */
  changed: ReadonlySet<string>;
}

/** Forecasts days of the past by what could be known then. */
@Injectable()
export class BackfillService {
  /** Scopes that are being worked at: a second backfill of a scope finds the first one's models. */
  private readonly working = new Map<string, Promise<unknown>>();

  constructor(
    private readonly scopes: ScopesRepository,
    private readonly models: ScopeModelsService,
    private readonly runs: RunsService,
    private readonly repository: ForecastsRepository,
  ) {}

  /**
   * Goes through the weeks of the project's account scope, oldest first, and forecasts their days up to yesterday with
   * the models of each week. Models that are there stay, unless more than a tenth of the projects that they have learnt
   * from is not what it was; then all projects of the week are forecast again. Else those that changed are, and this
   * one in any case. A few statements a week.
   */
  async run(projectId: string, now: Date, options: BackfillOptions = {}): Promise<Backfilled> {
    const [project] = await this.scopes.of([projectId]);
    if (!project) return { weeks: 0, learnt: 0, forecasts: 0 };
    const scopeId = project.account_scope_id;
    const before = this.working.get(scopeId) ?? Promise.resolve();
    const work = before.catch(() => undefined).then(() => this.work(scopeId, projectId, now, options));
    this.working.set(scopeId, work);
    try {
      return await work;
    } finally {
      if (this.working.get(scopeId) === work) this.working.delete(scopeId);
    }
  }

  private async work(
    scopeId: string,
    projectId: string,
    now: Date,
    { progress, signal }: BackfillOptions,
  ): Promise<Backfilled> {
    const yesterday = plusDays(dayOf(now), -1);
    const known = await this.runs.whole(await this.scopes.projectsOf(scopeId), yesterday);
    const all = [...known.runs.values()].filter(({ days }) => days.length > 0);
    const weeks = weeksOf(all, dayOf(now));
    const done: Backfilled = { weeks: weeks.length, learnt: 0, forecasts: 0 };
    let week = await this.look(scopeId, weeks[0], all, signal);
    for (let nth = 0; week; nth++) {
      signal?.throwIfAborted();
      const { until } = week;
      const next = await this.look(scopeId, weeks[nth + 1], all, signal);
      const { models, made } = await this.modelsOf(scopeId, week, all, signal);
      // The days of a week are learnt from in the next one, which therefore tells whose days are not what they were.
      const again = made || !next ? all : all.filter(({ project_id: id }) => id === projectId || next.changed.has(id));
      const last = plusDays(until, WEEK_DAYS);
      const days = daysIn(plusDays(until, 1), last < yesterday ? last : yesterday);
      const said = await paced(saidOn(days, again, known, models), signal);
      await this.repository.storePast(said);
      done.forecasts += said.length;
      if (made) done.learnt += 1;
      progress?.(nth + 1, weeks.length);
      week = next;
    }
    return done;
  }

  private async look(
    scopeId: string,
    until: string | undefined,
    runs: readonly ProjectRun[],
    signal: AbortSignal | undefined,
  ): Promise<Week | null> {
    if (until === undefined) return null;
    const trained = await this.models.trainedOn(runs, until, signal);
    const kept = await this.models.kept(scopeId, until);
    const changed = kept ? changedBetween(kept.trained_on, trained) : new Set(runs.map((run) => run.project_id));
    return { until, kept, trained, changed };
  }

  private async modelsOf(
    scopeId: string,
    { until, kept, trained }: Week,
    runs: readonly ProjectRun[],
    signal: AbortSignal | undefined,
  ): Promise<{ models: ScopeModels; made: boolean }> {
    if (kept && !hasChanged(kept.trained_on, trained)) return { models: kept, made: false };
    return { models: await this.models.make(scopeId, until, runs, trained, signal), made: true };
  }
}

/** The ends of the weeks by whose models the days since the first one are forecast, this week's among them. */
function weeksOf(runs: readonly ProjectRun[], today: string): string[] {
  const first = runs.map(({ days }) => days[0]?.day ?? today).reduce((a, b) => (a < b ? a : b), today);
  const weeks: string[] = [];
  for (let until = learntUntil(first); until < today; until = plusDays(until, WEEK_DAYS)) weeks.push(until);
  return weeks;
}

/** What the models say of these days of these projects. */
function* saidOn(
  days: readonly string[],
  runs: readonly ProjectRun[],
  { isWorking }: Runs,
  { models }: ScopeModels,
): Generator<void, SaidThen[]> {
  const said: SaidThen[] = [];
  for (const run of runs) {
    const working = isWorking(run.project_id);
    for (const day of days) {
      const own = runUntil(run, day);
      if (own.days.at(-1)?.day !== day) continue;
      const seen = { ...own, days: own.days.slice(-LOOKS_BACK) };
      for (const risk of RISK_TYPES) {
        const there_since = thereSince(risk, run.onsets[risk], { days: seen.days, isWorking: working });
        for (const one of sayings(models, risk, { run: seen, there_since }))
          said.push({
            project_id: run.project_id,
            publishable: true,
            ...one,
            generated_at: endOfDay(day).toISOString(),
          });
      }
    }
    yield;
  }
  return said;
}
