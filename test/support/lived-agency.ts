import type { NewEvent } from '../../src/kag-events/index.js';
import { type Agency, type AgencyClient, foundAgency, STORY_DAYS } from '../../sandbox/agency/index.js';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.js';
import { attioMirror } from './attio-mirror.js';
import { chatwootMirror } from './chatwoot-mirror.js';
import { linearMirror } from './linear-mirror.js';
import type { Mirror } from './mirror.js';

const START = new Date('2026-01-05T00:00:00Z');
const DAY = 86_400_000;

/** An agency on its first day, in a sandbox whose clock stands there. */
export async function newAgency(seed = 1): Promise<{ agency: Agency; sandbox: Sandbox }> {
  const sandbox = await startSandbox({ empty: true, now: () => START.getTime() });
  return { sandbox, agency: foundAgency(sandbox, { start: START, seed }) };
}

/** A mirror of each vendor, of one client's part or, without one, of everybody's; as late as the agency is. */
export function mirrorsOf(sandbox: Sandbox, agency: Agency, client?: AgencyClient): Mirror[] {
  const options = (connector: 'chatwoot' | 'linear' | 'attio') => {
    const { external_id: externalId, filter } = client?.bindings[connector] ?? {};
    return {
      now: () => agency.now(),
      lookbackDays: STORY_DAYS,
      ...(externalId === undefined ? {} : { externalId }),
      ...(filter === undefined ? {} : { filter }),
    };
  };
  return [
    chatwootMirror(sandbox, options('chatwoot')),
    linearMirror(sandbox, options('linear')),
    attioMirror(sandbox, options('attio')),
  ];
}

/** One client's events of sixty days. */
export class LivedStory {
  constructor(
    readonly events: readonly NewEvent[],
    private readonly start: number,
  ) {}

  of(type: string): NewEvent[] {
    return this.events.filter((event) => event.event_type === type);
  }

  /** On which days, from 1, such events happened, in order. */
  days(type: string): number[] {
    return this.of(type)
      .map(({ occurred_at }) => Math.floor((occurred_at.getTime() - this.start) / DAY) + 1)
      .sort((a, b) => a - b);
  }

  /** The end of a day. */
  endOf(day: number): Date {
    return new Date(this.start + day * DAY);
  }
}

/**
 * What first syncs at the end of the sixty days tell of a client.
 * @param every syncs on the evening of each so manyth day instead
 */
export async function livedStory(key: string, every = STORY_DAYS): Promise<LivedStory> {
  const [story] = (await livedStories([key], every)).values();
  if (!story) throw new Error(`the agency has no client ${key}`);
  return story;
}

/** The same of many clients of one agency, by their keys. */
export async function livedStories(keys: readonly string[], every = STORY_DAYS): Promise<Map<string, LivedStory>> {
  const { agency, sandbox } = await newAgency();
  try {
    const clients = agency.clients.filter(({ key }) => keys.includes(key));
    const lives = clients.map((client) => ({ key: client.key, mirrors: mirrorsOf(sandbox, agency, client) }));
    while (agency.day < STORY_DAYS) {
      agency.liveDay();
      if (agency.day % every !== 0 && agency.day < STORY_DAYS) continue;
      for (const mirror of lives.flatMap(({ mirrors }) => mirrors)) {
        const { failures } = await mirror.sync();
        if (failures.length > 0) throw new Error(`unreadable: ${failures.join(', ')}`);
      }
    }
    return new Map(
      lives.map(({ key, mirrors }) => {
        const events = mirrors.flatMap((mirror) => [...mirror.log.values()]);
        return [key, new LivedStory(events, START.getTime())];
      }),
    );
  } finally {
    await sandbox.close();
  }
}
