import { describe, expect, it } from '@jest/globals';
import { DOMAIN_EVENTS } from '../../src/kag-events/event-catalogue.js';
import { dayAt, isWorking } from './calendar.js';
import { STRONG, WEAK, type WorldParameters } from './parameters.js';
import { worldOf } from './world.js';

const parameters = (more: Partial<WorldParameters> = {}): WorldParameters => ({
  ...STRONG,
  name: 'test',
  seed: 'test',
  projects: 12,
  ...more,
});

describe('a world', () => {
  const world = worldOf(parameters());
  const events = world.projects.flatMap((project) => project.events);

  it('is the same for the same seed, and another for another', () => {
    expect(worldOf(parameters())).toEqual(world);
    expect(worldOf(parameters({ seed: 'other' }))).not.toEqual(world);
  });

  it('keeps a project as it is when more are made', () => {
    expect(worldOf(parameters({ projects: 14 })).projects.slice(0, 12)).toEqual(world.projects);
  });

  it('tells events of the catalogue, by whom it allows, with evidence, in order of time', () => {
    for (const { type, actor, source, evidence } of events) {
      expect(DOMAIN_EVENTS[type].source).toBe(source);
      expect(DOMAIN_EVENTS[type].actors).toContain(actor);
      expect(evidence).toHaveLength(1);
    }
    for (const { events: own } of world.projects)
      expect(own.every(({ at }, nth) => nth === 0 || (own[nth - 1]?.at ?? 0) <= at)).toBe(true);
  });

  it('is quiet on weekends and after a project is over', () => {
    expect(events.filter(({ at }) => !isWorking(dayAt(at)))).toHaveLength(0);
    for (const { events: own, ends } of world.projects) expect(own.every(({ at }) => dayAt(at) < ends)).toBe(true);
  });

  it('has troubles of each risk that begin and end while the project runs', () => {
    const troubles = world.projects.flatMap(({ troubles: own, ends }) => own.map((one) => ({ ...one, over: ends })));
    expect(new Set(troubles.map(({ risk }) => risk)).size).toBe(4);
    for (const { begins, ends, over } of troubles) {
      expect(begins).toBeLessThan(ends);
      expect(ends).toBeLessThanOrEqual(over);
    }
  });

  it('lets causes decide over trouble in strong worlds only', () => {
    const drift = (drives: WorldParameters['drives']) =>
      worldOf(parameters({ projects: 60, drives })).projects.flatMap(({ troubles }) =>
        troubles.filter(({ risk }) => risk === 'client_risk'),
      ).length;
    expect(drift(STRONG.drives)).not.toBe(drift(WEAK.drives));
  });
});
