import { Injectable } from '@nestjs/common';
import { Config } from '../../config/index.js';
import { withinWholeScopes } from '../../database/index.js';
import type { JudgedCell } from '../domain/accuracy.js';
import { type Champion, championOf, type Contest } from '../domain/champion.js';
import { type ModelName, MODELS, type Thresholds } from '../domain/forecast.js';
import { fitSteps } from '../domain/hazard/fit.js';
import type { HazardModel } from '../domain/hazard/hazard-model.js';
import type { ProjectRun } from '../domain/hazard/project-run.js';
import { WAYS } from '../domain/models/models.js';
import { thresholdsOf } from '../domain/thresholds.js';
import { runUntil, trainedOn, type TrainedOn } from '../domain/trained-on.js';
import { learntUntil, plusDays } from '../domain/week.js';
import { JudgedRepository } from '../judged.repository.js';
import { ForecastModelsRepository, type KeptModel, type StoredModel } from './forecast-models.repository.js';
import { paced } from './paced.js';
import { RunsService } from './runs.service.js';
import { ScopesRepository } from './scopes.repository.js';

/** What an account scope's projects are forecast by in a week. */
export interface ScopeModels {
  trained_until: string;
  trained_on: TrainedOn;
  models: Readonly<Record<ModelName, HazardModel>>;
  /** Which of them is served, and what that was decided by. */
  champion: Champion;
  log_loss: Contest['log_loss'];
  /** The served one's. */
  thresholds: Thresholds;
}

/** Which model serves a scope, why, and what it has learnt from. */
export interface ServedModel extends Champion {
  trained_until: string;
  projects: number;
  days: number;
  log_loss: Contest['log_loss'];
}

/** The models of account scopes, learnt anew each week. */
@Injectable()
export class ScopeModelsService {
  /** Scopes whose models are being made, so that several batches of a scope's projects make them once. */
  private readonly making = new Map<string, Promise<ScopeModels>>();

  constructor(
    private readonly repository: ForecastModelsRepository,
    private readonly scopes: ScopesRepository,
    private readonly runs: RunsService,
    private readonly judged: JudgedRepository,
    private readonly config: Config,
  ) {}

  /**
   * The models that are to forecast this day, by scope. Made where there are none of the week: the first run of it does
   * so.
   */
  async of(scopeIds: readonly string[], day: string): Promise<Map<string, ScopeModels>> {
    const until = learntUntil(day);
    const stored = await this.repository.of(scopeIds, until);
    const found = new Map<string, ScopeModels>();
    for (const id of scopeIds) found.set(id, together(stored.get(id)) ?? (await this.makeOnce(id, until)));
    return found;
  }

  /** The models of a scope and week that are kept; null where one is missing. */
  async kept(scopeId: string, until: string): Promise<ScopeModels | null> {
    return together((await this.repository.of([scopeId], until)).get(scopeId));
  }

  /** The model that serves a scope by its newest ones; null while there are none. One statement. */
  async served(scopeId: string): Promise<ServedModel | null> {
    const summaries = await this.repository.newestSummaries(scopeId);
    const judged = judgedOf(summaries);
    const one = summaries.find(({ model }) => model === judged?.champion.model);
    if (!judged || !one) return null;
    const { trained_until, projects, days } = one;
    return { ...judged.champion, trained_until, projects, days, log_loss: judged.log_loss };
  }

  /** How past forecasts of a scope turned out, by model, as of when its newest models were made. One statement. */
  async accuracy(scopeId: string): Promise<ReadonlyMap<ModelName, readonly JudgedCell[]>> {
    return new Map((await this.repository.newestJudged(scopeId)).map(({ model, judged }) => [model, judged]));
  }

  /** What models of these runs are trained on. */
  trainedOn(runs: readonly ProjectRun[], until: string, signal?: AbortSignal): Promise<TrainedOn> {
    return paced(trainedOn(runs, until, this.config.FORECAST_ALARMS_PER_MONTH), signal);
  }

  /**
   * Learns a scope's models and keeps them. The same runs give the same bytes, so that two workers who do it at once
   * keep the same. It reads, learns without a transaction and in pauses, and writes.
   */
  async make(
    scopeId: string,
    until: string,
    runs: readonly ProjectRun[],
    trained_on: TrainedOn,
    signal?: AbortSignal,
  ): Promise<ScopeModels> {
    const lesson = { runs: runs.map((run) => runUntil(run, until)), until };
    const today = plusDays(until, 1);
    const judged = await this.judged.of(scopeId, today);
    const { log_loss, onsets } = await this.judged.contest(scopeId, today, judged);
    const made: StoredModel[] = [];
    for (const name of MODELS) {
      const coefficients = await paced(fitSteps(lesson, WAYS[name]), signal);
      const alarms = thresholdsOf(coefficients, lesson.runs, until, this.config.FORECAST_ALARMS_PER_MONTH);
      made.push({
        account_scope_id: scopeId,
        trained_until: until,
        model: name,
        hash: coefficients.hash,
        coefficients,
        trained_on,
        thresholds: await paced(alarms, signal),
        log_loss: log_loss[name],
        judged: judged.filter(({ model }) => model === name).map(({ model: _, log_loss: __, ...cell }) => cell),
        judged_onsets: onsets,
      });
    }
    await this.repository.put(made);
    const models = together(made);
    if (!models) throw new Error('each model was made');
    return models;
  }

  private async makeOnce(scopeId: string, until: string): Promise<ScopeModels> {
    const key = `${scopeId} ${until}`;
    const made =
      this.making.get(key) ??
      withinWholeScopes(() => this.makeOf(scopeId, until)).finally(() => this.making.delete(key));
    this.making.set(key, made);
    return made;
  }

  private async makeOf(scopeId: string, until: string): Promise<ScopeModels> {
    const { runs } = await this.runs.whole(await this.scopes.projectsOf(scopeId), until);
    const all = [...runs.values()].filter(({ days }) => days.length > 0);
    return this.make(scopeId, until, all, await this.trainedOn(all, until));
  }
}

/** A scope's stored models as one; null where one is missing. */
function together(stored: readonly KeptModel[] = []): ScopeModels | null {
  const judged = judgedOf(stored);
  const served = stored.find(({ model }) => model === judged?.champion.model);
  if (!judged || !served) return null;
  const { trained_until, trained_on, thresholds } = served;
  return {
    ...judged,
    trained_until,
    trained_on,
    models: byModel(stored, ({ coefficients }) => coefficients),
    thresholds,
  };
}

/** Which of a scope's models is served, and what that was decided by; null where one is missing. */
function judgedOf(
  models: readonly Pick<KeptModel, 'model' | 'log_loss' | 'judged_onsets'>[],
): Pick<ScopeModels, 'champion' | 'log_loss'> | null {
  const [first] = models;
  if (!first || MODELS.some((name) => !models.some(({ model }) => model === name))) return null;
  const log_loss = byModel(models, (one) => one.log_loss);
  return { champion: championOf({ onsets: first.judged_onsets, log_loss }), log_loss };
}

const byModel = <Model extends { model: ModelName }, T>(models: readonly Model[], get: (one: Model) => T) =>
  Object.fromEntries(models.map((one) => [one.model, get(one)])) as Record<ModelName, T>;
