import { describe, expect, it } from '@jest/globals';
import { RISK_TYPES } from '../../src/kag-forecast/domain/risks.js';
import { replayOf } from '../replay/replay.js';
import { STRONG } from '../worlds/parameters.js';
import { worldOf } from '../worlds/world.js';
import { FORECASTERS, HORIZONS, judgedOf, pooled, TARGETS } from './cells.js';
import { compare } from './compare.js';
import { History } from './history.js';
import { baseRate, labelsOf } from './labels.js';
import { summaryOf } from './summary.js';

const DAYS = 130;
const world = worldOf({ ...STRONG, name: 'test', seed: 'compare', projects: 6, days: DAYS });
const compared = compare(world);
const histories = replayOf(world).map((replay) => new History(replay, DAYS));

describe('a comparison', () => {
  it('has all forecasters say a chance of the same days, in every cell', () => {
    expect(compared.cells).toHaveLength(TARGETS.length * RISK_TYPES.length * HORIZONS.length);
    for (const cell of compared.cells) {
      expect(cell.rows.length).toBeGreaterThan(50);
      for (const forecaster of FORECASTERS)
        expect(judgedOf(cell, forecaster).every(({ p }) => p >= 0 && p <= 1)).toBe(true);
    }
  });

  it('is the same for the same world', () => expect(compare(world).cells).toEqual(compared.cells));

  it('puts worlds together cell by cell', () => {
    const [twice, once] = [pooled([compared.cells, compared.cells]), compared.cells];
    expect(twice.map(({ rows }) => rows.length)).toEqual(once.map(({ rows }) => 2 * rows.length));
  });

  it('sums up each forecaster in each cell, the base rate against itself', () => {
    const { scores, projects } = summaryOf([compared]);
    expect([scores.length, projects]).toEqual([compared.cells.length * FORECASTERS.length, 6]);
    for (const { forecaster, skill } of scores) if (forecaster === 'base-rate') expect(skill.value).toBe(0);
  });
});

describe('a history', () => {
  it('gives the model no day later than it is asked for', () => {
    for (const history of histories)
      for (const day of [30, 70, 110]) {
        const { days, onsets } = history.runUntil(day);
        const today = days.at(-1)?.day ?? '';
        expect(days.length).toBe(Math.min(day + 1, history.replay.project.ends));
        if (days.length === day + 1)
          for (const { known } of Object.values(onsets).flat()) expect(known <= today).toBe(true);
      }
  });

  it('knows onsets by their beginnings the same way whenever it is asked', () => {
    for (const history of histories)
      for (const risk of RISK_TYPES) {
        const last = history.runUntil(DAYS - 1).onsets[risk];
        const early = history.runUntil(80);
        const today = early.days.at(-1)?.day ?? '';
        expect(early.onsets[risk].map(({ began }) => began)).toEqual(
          last.filter(({ known }) => known <= today).map(({ began }) => began),
        );
      }
  });
});

describe('the base rate', () => {
  const cells = compared.cells;
  const labels = histories.map((history) => labelsOf(history, cells));

  it('is the share of days that may be learnt from', () => {
    const cell = cells.findIndex((one) => one.target === 'all days' && one.horizon === 30);
    const until = 90;
    const learnt = histories.flatMap((history, n) =>
      Array.from(labels[n]?.[cell] ?? []).filter((_label, day) => day <= until && history.isSettled(day, 30, until)),
    );
    expect(baseRate(histories, labels, cell, until)).toBeCloseTo(
      learnt.reduce((sum, label) => sum + label, 0) / learnt.length,
      12,
    );
  });

  it('learns nothing from labels that reach beyond its last day', () => {
    const running = histories.filter(({ replay }) => replay.project.ends > 60);
    const known = running.map((history) => labelsOf(history, cells));
    cells.forEach(({ horizon }, at) => {
      const blind = known.map((own) => own.map((days) => days.map((label, day) => (day + horizon > 60 ? 1 : label))));
      expect(baseRate(running, blind, at, 60)).toBe(baseRate(running, known, at, 60));
    });
  });
});
