import { hashText, seededRandom } from '../random.js';
import { Scene, type Worlds } from './scene.js';
import { STORIES } from './stories/index.js';
import { type Act, type Deed, STORY_DAYS, type Story } from './story.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** People do not write on the stroke of an hour; less than the smallest step between two acts of a story. */
const LATEST_SECOND = 300;

interface Binding {
  external_id: string;
  filter: Record<string, (string | number)[]>;
}

/** A client, with what binds a project to it: the body of `PUT /projects/:id/sources/:connector` for each connector. */
export interface AgencyClient {
  key: string;
  name: string;
  language: Story['language'];
  bindings: Record<'chatwoot' | 'linear' | 'attio', Binding>;
}

interface Step {
  at: number;
  scene: Scene;
  deed: Deed;
}

/**
 * An agency that lives through sixty days, every client by a story of its own, at all three vendors at once. The same
 * start and seed always make the same worlds; the seed only moves minutes.
 */
export class Agency {
  readonly clients: readonly AgencyClient[];
  /** How many days are over. */
  day = 0;
  private readonly steps: Step[] = [];
  private moment: number;
  private acting = false;

  constructor(
    worlds: Worlds,
    private readonly start: Date,
    seed: number,
    stories: readonly Story[],
  ) {
    this.moment = start.getTime();
    for (const world of [worlds.world, worlds.linear, worlds.attio]) this.takeClock(world);
    this.clients = this.act(() =>
      stories.map((story) => {
        const scene = new Scene(worlds, story);
        this.steps.push(...stepsOf(story, scene, start.getTime(), seed));
        return clientOf(story, scene);
      }),
    );
    // Sorting is stable: what happens at the same moment keeps the order of the stories.
    this.steps.sort((a, b) => a.at - b.at);
  }

  /** Epoch ms: the end of the last day that is over. */
  now(): number {
    return this.start.getTime() + this.day * DAY;
  }

  /**
   * Plays the next day.
   * @returns how much happened
   * @throws when the stories are over
   */
  liveDay(): number {
    if (this.day >= STORY_DAYS) throw new Error(`the agency's stories end with day ${STORY_DAYS}`);
    this.day += 1;
    const end = this.now();
    let count = 0;
    this.act(() => {
      for (let step = this.steps[0]; step !== undefined && step.at < end; step = this.steps[0]) {
        this.steps.shift();
        this.moment = step.at;
        step.deed(step.scene);
        count += 1;
      }
    });
    this.moment = end;
    return count;
  }

  /** Plays until that many days are over; does nothing if they are. */
  liveUntil(day: number): void {
    while (this.day < day) this.liveDay();
  }

  /** While something happens, its own time; else the end of the day, until the world's clock before is later. */
  private takeClock(world: { setClock(now: () => number): () => number }): void {
    let before = (): number => 0;
    before = world.setClock(() => (this.acting ? this.moment : Math.max(this.moment, before())));
  }

  private act<T>(action: () => T): T {
    this.acting = true;
    try {
      return action();
    } finally {
      this.acting = false;
    }
  }
}

/**
 * @param worlds a sandbox that was started empty: with its staff and nothing else
 * @param options start: where day 1 begins
 */
export function foundAgency(worlds: Worlds, options: { start: Date; seed?: number }): Agency {
  return new Agency(worlds, options.start, options.seed ?? 1, STORIES);
}

function stepsOf(story: Story, scene: Scene, start: number, seed: number): Step[] {
  const random = seededRandom(seed + hashText(story.key));
  const time = ([day, hour]: Act): number => start + (day - 1) * DAY + Math.round(hour * HOUR);
  let last = 0;
  return [...story.acts]
    .sort((a, b) => time(a) - time(b))
    .map((act) => {
      const [day, hour, deed] = act;
      if (day < 1 || day > STORY_DAYS || hour < 0 || hour > 23.9)
        throw new Error(`${story.key}: no day ${day}, ${hour}`);
      // What happens in the same hour keeps its order.
      last = Math.max(time(act) + random.int(0, LATEST_SECOND) * 1000, last + 1000);
      return { at: last, scene, deed };
    });
}

function clientOf({ key, name, language }: Story, scene: Scene): AgencyClient {
  const { world, linear, attio } = scene.worlds;
  return {
    key,
    name,
    language,
    bindings: {
      chatwoot: { external_id: String(world.accountId), filter: { inbox_ids: [scene.inboxId] } },
      linear: { external_id: linear.organization.id, filter: { team_ids: [scene.teamId] } },
      attio: { external_id: attio.schema.workspaceId, filter: { company_ids: [scene.companyId] } },
    },
  };
}
