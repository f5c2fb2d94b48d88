import { dayOf } from '../../src/common/day.js';
import { workingTimeOf } from '../../src/common/working-time/working-time.js';
import { forecastOf } from '../../src/kag-forecast/domain/forecast-of.js';
import type { Forecasts, Thresholds } from '../../src/kag-forecast/domain/forecast.js';
import { fitHazards } from '../../src/kag-forecast/domain/hazard/fit.js';
import type { ProjectRun } from '../../src/kag-forecast/domain/hazard/project-run.js';
import { byRisk } from '../../src/kag-forecast/domain/risks.js';
import { thresholdsOf } from '../../src/kag-forecast/domain/thresholds.js';
import { driverWords, forecastWords } from '../../src/kag-forecast/domain/words/tell.js';
import { LOCALES } from '../../src/common/locale.js';
import type { Reading } from '../../src/kag-signals/domain/reading.js';
import { measuresOf } from '../../src/kag-snapshots/domain/day-measures.js';
import { projectOnsets } from '../../src/kag-snapshots/domain/onsets/project-onsets.js';
import { thereSince } from '../../src/kag-snapshots/domain/onsets/there-since.js';
import { workingDays } from '../../src/kag-snapshots/domain/onsets/working-days.js';
import { toEnd } from '../../backtest/compare/steps.js';
import type { ChainProject } from './chain.js';

interface Read {
  project: ChainProject;
  /** Of consecutive days. */
  readings: readonly Reading[];
}

export interface Foreseen {
  forecasts: Forecasts;
  thresholds: Thresholds;
  /** Each forecast and its drivers, in both languages. */
  words: string[];
}

const ALARMS_A_MONTH = 1;

/** What is forecast of projects by what all of them taught, and in which words it is told; by project. */
export function foresee(all: readonly Read[]): Map<string, Foreseen> {
  const runs = all.map(runOf);
  const until = runs[0]?.days.at(-1)?.day ?? '';
  const model = fitHazards({ runs, until });
  const thresholds = toEnd(thresholdsOf(model, runs, until, ALARMS_A_MONTH));
  return new Map(
    all.map(({ project, readings }, n) => {
      const run = runs[n] as ProjectRun;
      const isWorking = workingDays(workingTimeOf(project.calendar));
      const refs = Object.entries(readings.at(-1)?.signals ?? {}).map(([key, one]) => [key, one.evidence_refs]);
      const shown = { signals: Object.fromEntries(refs), onset: [] };
      const forecasts = byRisk((risk) =>
        forecastOf(
          model,
          risk,
          { run, there_since: thereSince(risk, run.onsets[risk], { days: run.days, isWorking }) },
          shown,
        ),
      );
      return [project.id, { forecasts, thresholds, words: wordsOf(forecasts) }] as const;
    }),
  );
}

function runOf({ project, readings }: Read): ProjectRun {
  const days = readings.map(({ as_of, signals }) => measuresOf(dayOf(as_of), signals));
  const isWorking = workingDays(workingTimeOf(project.calendar));
  const found = projectOnsets({ days, isWorking, endings: [], reports: [], ended_on: null });
  const onsets = byRisk((risk) => found.filter(({ risk_type }) => risk_type === risk));
  return { project_id: project.id, days, onsets, ended_on: null, acted: [] };
}

const wordsOf = (forecasts: Forecasts): string[] =>
  LOCALES.flatMap((locale) =>
    Object.values(forecasts).flatMap((one) => [
      forecastWords(one, locale),
      ...one.drivers.map((driver) => driverWords(driver, locale) ?? ''),
    ]),
  );
