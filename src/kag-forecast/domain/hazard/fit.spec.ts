import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Random } from '../../../../backtest/random.js';
import { anyRun, daysFrom, onset, projectRun } from '../../../../test/builders/project-runs.js';
import { stableHash } from '../../../common/stable-hash.js';
import { RISK_TYPES } from '../risks.js';
import { beliefOf } from './belief.js';
import { fitHazards, fitSteps } from './fit.js';
import { forecastHazard } from './forecast-hazards.js';
import type { HazardModel } from './hazard-model.js';
import { cumulative } from './intervals.js';
import { PRIOR } from './prior.js';
import type { ProjectRun } from './project-run.js';

const COUNT = 150;
const days = daysFrom(COUNT);
const UNTIL = days[COUNT - 1]!;

/** Projects whose requests come and go, with onsets that follow them or come by chance. */
function scope(projects: number, follows: boolean): ProjectRun[] {
  return Array.from({ length: projects }, (_, n) => {
    const random = new Random(`run ${n} ${follows}`);
    const onsets = [];
    let level = random.next();
    const requests: number[] = [];
    for (let day = 0, free = 0; day < COUNT; day++) {
      level = Math.min(1, Math.max(0, level + 0.15 * random.normal()));
      requests.push(Math.round(2.4 * level));
      const hazard = follows ? 0.04 * level * level : 0.009;
      if (day < free || !random.chance(hazard)) continue;
      onsets.push(onset(days[day]!, days[day + 5] ?? null));
      free = day + 13;
    }
    return projectRun(`p${n}`, COUNT, (nth) => ({ scope_requests_7d: requests[nth]!, scope_requests_28d: 0 }), {
      onsets: { ...projectRun('p', 1).onsets, scope_risk: onsets },
    });
  });
}

const forecast = (model: HazardModel, requests: number) => {
  const run = projectRun('new', 40, () => ({ scope_requests_7d: requests }));
  return forecastHazard(model, 'scope_risk', { run, there_since: null });
};

describe('learning hazards', () => {
  it('sees what trouble follows', () => {
    const model = fitHazards({ runs: scope(60, true), until: UNTIL });
    expect(forecast(model, 3).chances![0]).toBeGreaterThan(2.5 * forecast(model, 0).chances![0]);
    expect(model.risks.scope_risk.basis).toBe('own');
  });

  it('says the base rate where trouble follows nothing', () => {
    const model = fitHazards({ runs: scope(100, false), until: UNTIL });
    for (const requests of [0, 1, 2]) {
      const { chances, base_rate } = forecast(model, requests);
      for (const k of [0, 1, 2]) expect(Math.abs(chances![k]! - base_rate[k]!)).toBeLessThan(0.04);
    }
    expect(model.risks.scope_risk.believed).toBeLessThan(0.7);
  });

  it('has only what is shipped where there is nothing to learn from', () => {
    const { risks } = fitHazards({ runs: [], until: UNTIL });
    for (const risk of RISK_TYPES) {
      expect(risks[risk]).toMatchObject({ basis: 'prior', onsets: 0, believed: 1 });
      risks[risk].hazards.forEach(({ base }, k) => expect(base).toBeCloseTo(PRIOR[risk][k]!.base, 5));
    }
  });

  it('says what it rests on', () => {
    expect(fitHazards({ runs: scope(8, true), until: UNTIL }).risks.scope_risk.basis).toBe('blended');
  });

  it('gives the same bytes for the same projects in any order, with a hash of all it says', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyRun, { minLength: 1, maxLength: 4, selector: (run) => run.project_id }), (runs) => {
        const model = fitHazards({ runs, until: UNTIL });
        expect(JSON.stringify(fitHazards({ runs: [...runs].reverse(), until: UNTIL }))).toBe(JSON.stringify(model));
        const { hash, ...rest } = model;
        expect(stableHash(rest)).toBe(hash);
      }),
      { numRuns: 15 },
    );
  });

  it('learns nothing from days after the last one that counts', () => {
    const runs = scope(10, true);
    const cut = 100;
    const past = runs.map((run) => ({
      ...run,
      days: run.days.slice(0, cut + 1),
      onsets: { ...run.onsets, scope_risk: run.onsets.scope_risk.filter(({ known }) => known <= days[cut]!) },
    }));
    expect(fitHazards({ runs, until: days[cut]! })).toEqual(fitHazards({ runs: past, until: days[cut]! }));
  });

  it('has no slope below 0, bases between 0 and 1, and pauses between projects', () => {
    fc.assert(
      fc.property(fc.array(anyRun, { maxLength: 3 }), (runs) => {
        const { risks } = fitHazards({ runs, until: UNTIL });
        for (const { base, slopes } of RISK_TYPES.flatMap((risk) => risks[risk].hazards)) {
          expect(slopes.every((slope) => slope >= 0)).toBe(true);
          expect(base > 0 && base < 1).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
    expect([...fitSteps({ runs: scope(10, true), until: UNTIL })].length).toBeGreaterThan(40);
  });
});

describe('belief', () => {
  const belief = (of: (score: number, random: Random) => boolean) => {
    const random = new Random('belief');
    const score = Array.from({ length: 5000 }, () => random.normal());
    const steps = beliefOf({
      base: score.map(() => -2),
      score,
      came: score.map((one) => (of(one, random) ? 1 : 0)),
      weight: score.map(() => 1),
    });
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
    }
  };
  const chance = (odds: number) => cumulative([1 / (1 + Math.exp(-odds))])[0];

  it('is whole where the scores said what came, half where they said twice as much, none where they said nothing', () => {
    expect(belief((score, random) => random.chance(chance(-2 + score)))).toBeCloseTo(1, 0);
    expect(Math.abs(belief((score, random) => random.chance(chance(-2 + 0.5 * score))) - 0.5)).toBeLessThan(0.15);
    expect(belief((_score, random) => random.chance(chance(-2)))).toBeLessThan(0.1);
    expect(belief((score, random) => random.chance(chance(-2 - score)))).toBe(0);
  });
});
