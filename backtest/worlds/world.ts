import { causesOf } from './causes.js';
import { characterOf } from './character.js';
import { moneyOf } from './money.js';
import { narrateDeals } from './narrate/deals.js';
import { narrateMessages } from './narrate/messages.js';
import { Scene, type WorldEvent } from './narrate/scene.js';
import { narrateWishes } from './narrate/wishes.js';
import { narrateWork } from './narrate/work.js';
import type { WorldParameters } from './parameters.js';
import { Random } from '../random.js';
import { drawTroubles, type Trouble } from './troubles.js';

/** A made project: what the product may read of it, and what is true. */
export interface WorldProject {
  id: string;
  name: string;
  /** In order of time. */
  events: readonly WorldEvent[];
  troubles: readonly Trouble[];
  /** The first day on which it is over; the number of the world's days for one that goes on. */
  ends: number;
}

/** The projects of one account scope. */
export interface World {
  parameters: WorldParameters;
  projects: readonly WorldProject[];
}

/** The same world for the same parameters, always. */
export function worldOf(parameters: WorldParameters): World {
  const random = new Random(parameters.seed);
  const projects = Array.from({ length: parameters.projects }, (_, n) => projectOf(n, random.of(n), parameters));
  return { parameters, projects };
}

function projectOf(n: number, random: Random, world: WorldParameters): WorldProject {
  const causes = causesOf(random.of('causes'), world.days);
  const drawn = characterOf(random.of('character'), world);
  const client = drawTroubles('client_risk', random.of('client'), causes, drawn, world);
  const leaving = client.find(({ kind }) => kind === 'leaving');
  // A client who leaves takes the project along.
  const ends = leaving ? Math.min(drawn.ends, leaving.begins + 5) : drawn.ends;
  const character = { ...drawn, ends };
  const money = moneyOf(random.of('money'), causes, character, world);
  const troubles = [
    ...drawTroubles('delivery_risk', random.of('delivery'), causes, character, world),
    ...money.troubles,
    ...client.map((one) => ({ ...one, ends: Math.min(one.ends, ends) })),
    ...drawTroubles('scope_risk', random.of('scope'), causes, character, world),
  ];
  const scene = new Scene(world, character, causes, troubles, random.of('scene'));
  narrateMessages(scene);
  narrateWishes(scene);
  narrateWork(scene);
  narrateDeals(scene);
  for (const { at, deal_id, entry_type, amount } of money.entries)
    scene.tell('finance_entry_recorded', at, 'attio', deal_id, {
      deal_id,
      entry_id: `${deal_id}:${entry_type}`,
      entry_type,
      amount,
    });
  const events = scene.events.map((event, order) => ({ event, order }));
  events.sort((a, b) => a.event.at - b.event.at || a.order - b.order);
  return { id: idOf(n), name: `Project ${n + 1}`, events: events.map(({ event }) => event), troubles, ends };
}

/** Ids sort as the projects were made. */
const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
