import { describe, expect, it } from '@jest/globals';
import { MODELS } from '../../src/kag-forecast/domain/forecast.js';
import { RISK_TYPES } from '../../src/kag-forecast/domain/risks.js';
import { compare } from '../compare/compare.js';
import { History } from '../compare/history.js';
import { chancesOn, learn } from '../compare/models.js';
import { endOf } from '../worlds/calendar.js';
import { STRONG } from '../worlds/parameters.js';
import { type World, worldOf } from '../worlds/world.js';
import { replayOf } from './replay.js';

const world = worldOf({ ...STRONG, name: 'test', seed: 'replay', projects: 5, days: 130 });
const CUT = 80;

/** The world as it is up to the end of a day. */
const until = (day: number, { parameters, projects }: World): World => ({
  parameters: { ...parameters, days: day + 1 },
  projects: projects.map((project) => ({
    ...project,
    ends: Math.min(project.ends, day + 1),
    events: project.events.filter(({ at }) => at <= endOf(day)),
  })),
});

describe('a replay', () => {
  const replays = replayOf(world);

  it('has every day of every project, and measures of those before its end', () => {
    expect(replays).toHaveLength(5);
    for (const { project, readings, measures } of replays)
      expect([readings.length, measures.length]).toEqual([130, project.ends]);
  });

  it('says probabilities that rise with the horizon', () => {
    const histories = replays.map((replay) => new History(replay, 130));
    const { models } = learn(histories, CUT);
    for (const history of histories)
      for (const risk of RISK_TYPES)
        for (const model of MODELS) {
          const [p7, p14, p30] = chancesOn(models[model], history, risk, CUT) ?? [0, 0, 0];
          expect([0 <= p7, p7 <= p14, p14 <= p30, p30 <= 1]).toEqual([true, true, true, true]);
        }
  });

  it('knows of each day what could be known by then', () => {
    replayOf(until(CUT, world)).forEach(({ readings, measures }, at) => {
      expect(readings).toEqual(replays[at]?.readings.slice(0, CUT + 1));
      expect(measures).toEqual(replays[at]?.measures.slice(0, CUT + 1));
    });
  });

  it('opens advice before it goes on with it', () => {
    for (const { days } of compare(world).advised)
      days.forEach(({ begun, open }) => expect(open).toEqual(expect.arrayContaining([...begun])));
  });
});
