import { type Random, seededRandom } from '../random.js';
import { AGENTS } from '../seed/people.js';
import type { Stage } from './attributes.js';
import type { RecordRow } from './records.js';
import { CLIENTS, LONERS } from './seed-clients.js';
import { DEALS, type SeedDeal } from './seed-deals.js';
import { COMPANY_NOTES, MEETINGS, PAID_NOTES, STAGE_NOTES, TASK_TEXTS } from './seed-notes.js';
import type { AttioWorld } from './world.js';

const DAY = 86_400_000;
const MINUTE = 60_000;

interface Known {
  company: RecordRow;
  people: RecordRow[];
  language: 'en' | 'ru';
  /** Who is talked to. */
  who: string;
}

interface Step {
  at: number;
  act: () => void;
}

/** The agency's people: a workspace has them before anything else. */
export function addMembers(world: AttioWorld): void {
  for (const name of AGENTS) world.addMember(name, `${name.split(' ')[0]?.toLowerCase() ?? 'agent'}@agency.example`);
}

/**
 * The last half year of a small agency's sales, lived through in order so that history and times are as they would be.
 */
export function seedSales(world: AttioWorld, seed: number): void {
  const random = seededRandom(seed + 77);
  const now = Math.floor(world.now() / MINUTE) * MINUTE;
  const steps: Step[] = [];
  const at = (daysAgo: number, act: () => void, minutes = random.int(0, 500)): void => {
    // Entered at some minute of a working day, but never later than an hour ago.
    steps.push({ at: Math.min(now - daysAgo * DAY + minutes * MINUTE, now - 60 * MINUTE), act });
  };
  const known = new Map<string, Known>();
  planClients(world, at, known, random);
  planDeals(world, at, known, random);
  planActivities(world, at, known, random, now);

  let moment = now;
  const clock = world.setClock(() => moment);
  try {
    for (const step of steps.sort((a, b) => a.at - b.at)) {
      moment = step.at;
      step.act();
    }
  } finally {
    world.setClock(clock);
  }
  // No webhook had subscribed to all of this.
  world.takeEvents();
}

type Plan = (daysAgo: number, act: () => void, minutes?: number) => void;

function planClients(world: AttioWorld, at: Plan, known: Map<string, Known>, random: Random): void {
  for (const [key, { people, daysAgo, language, ...company }] of Object.entries(CLIENTS)) {
    at(
      daysAgo,
      () => {
        // One moment for all that are entered on the same day, as an import has it.
        const createdAt = world.now();
        const row = world.addCompany({ ...company, createdAt });
        const rows = people.map((each) => world.addPerson({ ...each, company: row.id, createdAt }));
        known.set(key, { company: row, people: rows, language, who: people[0]?.name ?? company.name });
      },
      0,
    );
  }
  for (const person of LONERS) at(50, () => void world.addPerson(person), random.int(0, 300));
  const accounts: [string, string, number][] = [
    ['tavola', 'Silver', 4],
    ['berg', 'Gold', 5],
    ['lumen', 'Gold', 4],
    ['ohara', 'Bronze', 2],
    ['severdom', 'Gold', 4],
    ['berg', 'Silver', 3],
  ];
  for (const [key, tier, health] of accounts) {
    at(60, () => world.addEntry('key_accounts', knownOf(known, key).company.id, { tier: [tier], health: [health] }));
  }
}

function planDeals(world: AttioWorld, at: Plan, known: Map<string, Known>, random: Random): void {
  for (const [index, deal] of DEALS.entries()) {
    const [first, ...later] = deal.path;
    const minutes = random.int(30, 480);
    const number = `2026-${String(index + 101).slice(1)}${index % 7}`;
    let id = '';
    const note = (stage: Stage, gap: number, daysAgo: number): void => {
      const language = CLIENTS[deal.client]?.language ?? 'en';
      const [title, content] = random.pick(STAGE_NOTES[language][stage]);
      const author = world.tables.members[deal.owner ?? 0]?.id;
      const fill = (): string => filled(content, { deal: deal.name, number, who: knownOf(known, deal.client).who });
      at(
        daysAgo,
        () => void world.addNote({ record: id, title, content: fill(), ...(author ? { author } : {}) }),
        minutes + gap,
      );
    };
    at(deal.daysAgo, () => (id = enter(world, deal, first, knownOf(known, deal.client))), minutes);
    // Not everything is written down.
    if (index % 2 === 0) note(first, 20, deal.daysAgo);
    for (const [position, [stage, daysAgo]] of later.entries()) {
      at(daysAgo, () => world.setStage(id, stage), minutes);
      if (stage === 'Won' || stage === 'Lost' || (index + position) % 5 !== 0) note(stage, 15, daysAgo);
      if (stage === 'Won' && daysAgo > 20) planPayment(world, at, known, deal, daysAgo, number, () => id);
    }
    const [value, daysAgo] = deal.revalued ?? [];
    if (value !== undefined && daysAgo !== undefined) at(daysAgo, () => world.setValue(id, value), minutes);
    planTasks(world, at, known, deal, index, () => id);
  }
}

function enter(world: AttioWorld, deal: SeedDeal, stage: Stage, client: Known): string {
  const owner = world.tables.members[deal.owner ?? 0]?.id;
  const row = world.addDeal({
    name: deal.name,
    stage,
    value: deal.value,
    budget: deal.budget ?? null,
    cost: deal.cost ?? null,
    currency: deal.currency ?? 'EUR',
    company: client.company.id,
    people: client.people.slice(0, 2).map((person) => person.id),
    ...(owner === undefined ? {} : { owner }),
    ...(deal.nextStep === undefined ? {} : { nextStep: deal.nextStep }),
  });
  return row.id;
}

function planPayment(
  world: AttioWorld,
  at: Plan,
  known: Map<string, Known>,
  deal: SeedDeal,
  wonDaysAgo: number,
  number: string,
  id: () => string,
): void {
  at(wonDaysAgo - 12, () => {
    const { language, who } = knownOf(known, deal.client);
    const [title, content] = PAID_NOTES[language];
    world.addNote({ record: id(), title, content: filled(content, { number, who }) });
  });
}

function planTasks(
  world: AttioWorld,
  at: Plan,
  known: Map<string, Known>,
  deal: SeedDeal,
  index: number,
  id: () => string,
): void {
  // A second one for each fifth deal makes thirty.
  for (let i = 0; i < (index % 5 === 4 ? 2 : 1); i++) {
    const begun = Math.max(1, deal.daysAgo - 2 - i * 3);
    let task = '';
    at(begun, () => {
      const { language, who, company } = knownOf(known, deal.client);
      const texts = TASK_TEXTS[language];
      const text = texts[(index + i) % texts.length] ?? '';
      const member = world.tables.members[deal.owner ?? 0]?.id;
      task = world.addTask({
        content: filled(text, { deal: deal.name, who }),
        deadlineAt: index % 6 === 5 ? null : world.now() + 7 * DAY,
        records: index % 3 === 0 ? [id(), company.id] : [id()],
        assignees: member === undefined ? [] : [member],
      }).id;
    });
    if (begun > 10 && index % 4 !== 3) at(begun - 6, () => void world.completeTask(task));
  }
}

function planActivities(world: AttioWorld, at: Plan, known: Map<string, Known>, random: Random, now: number): void {
  for (const [client, daysAgo, title, content] of COMPANY_NOTES) {
    at(
      daysAgo,
      () => void world.addNote({ record: knownOf(known, client).company.id, title, content }),
      random.int(60, 500),
    );
  }
  for (const [client, day, title, allDay = false] of MEETINGS) {
    const start = now - day * DAY - (now % DAY) + random.int(16, 30) * 30 * MINUTE;
    // The calendar is read some time after a meeting, and a day ago for those to come.
    at(Math.max(1, day - 1), () => {
      const { company, people } = knownOf(known, client);
      const records = [company.id, ...people.slice(0, 2).map((person) => person.id)];
      world.addMeeting({ title, start, allDay, records });
    });
  }
}

function knownOf(known: Map<string, Known>, key: string): Known {
  const found = known.get(key);
  if (!found) throw new Error(`the seed names an unknown client, or too early: ${key}`);
  return found;
}

const filled = (text: string, words: Record<string, string>): string =>
  text.replaceAll(/\{(\w+)\}/g, (all, word: string) => words[word] ?? all);
