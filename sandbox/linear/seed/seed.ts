import { type Random, seededRandom } from '../../random.js';
import type { LinearWorld } from '../world.js';
import { CARE_ISSUES } from './issues-care.js';
import { PROJECT_ISSUES } from './issues-projects.js';
import { LABELS, PROJECTS, TEAM_LIST, USERS } from './projects.js';
import type { ScriptedIssue } from './script.js';
import { thread } from './thread.js';

const DAY = 86_400_000;
const CYCLE_DAYS = 14;

/** The issue everybody writes into, and the list that everything hangs on: both longer than a nested page. */
const TALKATIVE = 'Move the catalogue to the new shop';
const CHECKLIST = 'Go live of the Berg shop';
const COMMENTS = 60;
const RELATIONS = 55;

interface Step {
  at: number;
  act(): void;
}

/** Fills the workspace with an agency's last ten weeks; `bare` ends with users and teams. */
export function seedLinear(world: LinearWorld, seed: number, bare = false): void {
  const begin = world.now();
  let moment = begin - 90 * DAY;
  const clock = world.setClock(() => moment);
  try {
    const seeding = new Seeding(world, begin, seededRandom(seed));
    seeding.people();
    if (bare) return;
    const steps = seeding.steps();
    for (const { at, act } of steps.sort((a, b) => a.at - b.at)) {
      moment = Math.min(at, begin - 60_000);
      act();
    }
  } finally {
    world.setClock(clock);
  }
}

class Seeding {
  private readonly issues = new Map<string, string>();
  private readonly projects = new Map<string, string>();
  private readonly labels = new Map<string, string>();
  private readonly cycles = new Map<string, string>();

  constructor(
    private readonly world: LinearWorld,
    private readonly begin: number,
    private readonly random: Random,
  ) {}

  people(): void {
    for (const user of USERS) this.world.addUser(user);
    for (const team of TEAM_LIST) {
      const memberIds = this.world.tables.list('user').flatMap((user) => (user.app ? [] : [user.id]));
      const { id } = this.world.addTeam({ ...team, memberIds });
      this.world.addState(id, { name: 'In Review', type: 'started', color: '#f2994a' });
    }
  }

  /** Everything that happens, each with its time; nothing refers to what is not there yet. */
  steps(): Step[] {
    const scripts = [...PROJECT_ISSUES, ...CARE_ISSUES];
    return [
      { at: this.day(-85), act: () => this.frame() },
      ...this.cycleSteps(),
      ...scripts.flatMap((script) => this.life(script)),
      ...this.longLists(scripts),
      { at: this.day(-1), act: () => this.reports() },
    ];
  }

  private frame(): void {
    for (const label of LABELS) this.labels.set(label.name, this.world.addLabel(label).id);
    this.world.addLabel({ name: 'Hosting', teamId: this.world.tables.teamBy('OPS').id });
    for (const [key, { teams, lead, start, target, ...project }] of Object.entries(PROJECTS)) {
      const row = this.world.addProject({
        ...project,
        status: 'planned',
        teamIds: teams.map((team) => this.world.tables.teamBy(team).id),
        leadId: this.user(lead),
        startDate: this.date(start),
        targetDate: this.date(target),
      });
      this.projects.set(key, row.id);
    }
  }

  /** Two teams with four cycles each: two done, one running, one to come. */
  private cycleSteps(): Step[] {
    return ['DES', 'DEV'].flatMap((team) =>
      [-2, -1, 0, 1].flatMap((place): Step[] => {
        const starts = place * CYCLE_DAYS - 6;
        const make = (): void => {
          const [startsAt, endsAt] = [this.iso(starts), this.iso(starts + CYCLE_DAYS)];
          this.cycles.set(`${team}${place}`, this.world.addCycle({ team, startsAt, endsAt }).id);
        };
        const complete = (): void => {
          const id = this.cycles.get(`${team}${place}`);
          if (id) this.world.completeCycle(id, { rollOver: false });
        };
        const made = { at: this.day(-84) + place, act: make };
        return place < 0 ? [made, { at: this.day(starts + CYCLE_DAYS), act: complete }] : [made];
      }),
    );
  }

  /** Made, worked on, talked about, finished: between its first day and now, in this order. */
  private life(script: ScriptedIssue): Step[] {
    const made = this.day(-script.daysAgo) + this.random.int(0, DAY / 4);
    const done = script.end ? this.day(-Math.max(3, script.daysAgo / 2)) : this.day(-Math.min(script.daysAgo / 4, 14));
    const id = (): string => this.issues.get(script.title) ?? '';
    const steps: Step[] = [{ at: made, act: () => this.make(script) }];
    for (const [index, [author, body]] of (script.comments ?? []).entries()) {
      const at = made + (index + 1) * 3_600_000;
      steps.push({ at, act: () => void this.world.addComment({ issue: id(), body, userId: this.user(author) }) });
    }
    const state = script.state ?? 'Backlog';
    if (/^(In Progress|In Review|Done)$/.test(state)) {
      steps.push({ at: made + 5 * 3_600_000, act: () => void this.world.moveToState(id(), 'In Progress') });
    }
    steps.push({ at: done, act: () => void this.world.moveToState(id(), state) });
    // The ones named are older by now, whatever the order of the script.
    for (const title of script.blockedBy ?? []) {
      const blocker = (): string => this.issues.get(title) ?? '';
      steps.push({ at: this.day(-1.5), act: () => void this.world.block(blocker(), id()) });
    }
    const { parent } = script;
    if (parent !== undefined) {
      steps.push({
        at: made + 1000,
        act: () => void this.world.editIssue(id(), { parentId: this.issues.get(parent) ?? null }),
      });
    }
    if (script.end) {
      const put = script.end === 'archived' ? 'archive' : 'trash';
      steps.push({ at: done + DAY, act: () => void this.world[put](id()) });
    }
    return steps;
  }

  private make(script: ScriptedIssue): void {
    const { team, title, text, labels = [], assignee } = script;
    const row = this.world.addIssue({
      team,
      title,
      description: text ?? null,
      priority: script.priority ?? 0,
      estimate: script.estimate ?? null,
      dueDate: script.due === undefined ? null : this.date(script.due),
      assigneeId: assignee === undefined ? null : this.user(assignee),
      projectId: script.project === undefined ? null : (this.projects.get(script.project) ?? null),
      cycleId: script.cycle === undefined ? null : (this.cycles.get(`${team}${script.cycle}`) ?? null),
      labelIds: labels.flatMap((label) => this.labels.get(label) ?? []),
    });
    this.issues.set(title, row.id);
  }

  private longLists(scripts: readonly ScriptedIssue[]): Step[] {
    const users = USERS.filter((user) => user.active !== false && user.app !== true);
    const talk = thread(this.random, COMMENTS).map((body, index): Step => {
      const at = this.day(-45) + index * 0.7 * DAY;
      const userId = (): string => this.user(users[index % users.length]?.name ?? '');
      const act = (): void =>
        void this.world.addComment({ issue: this.issues.get(TALKATIVE) ?? '', body, userId: userId() });
      return { at, act };
    });
    const others = scripts.filter((script) => script.title !== CHECKLIST).slice(0, RELATIONS);
    const relate = (title: string) => (): void =>
      void this.world.relate(this.issues.get(CHECKLIST) ?? '', this.issues.get(title) ?? '');
    return [...talk, ...others.map(({ title }) => ({ at: this.day(-1.2), act: relate(title) }))];
  }

  private reports(): void {
    for (const [key, { status }] of Object.entries(PROJECTS)) {
      const id = this.projects.get(key) ?? '';
      if (status !== 'planned') this.world.editProject(id, { status });
    }
    const say = (key: string, health: 'onTrack' | 'atRisk' | 'offTrack', body: string): void =>
      void this.world.addProjectUpdate({ projectId: this.projects.get(key) ?? '', health, body });
    say('tavola', 'onTrack', 'The autumn menu is live. The floor plan waits for a decision.');
    say('berg', 'atRisk', 'Without the price list the catalogue can not be finished.');
    say('lumen', 'offTrack', 'The consent text is missing two days before the opening.');
    say('utro', 'atRisk', 'Съёмка отложена, проект на паузе.');
  }

  private user(name: string): string {
    const row = this.world.tables.list('user').find((each) => each.name === name);
    if (!row) throw new Error(`the seed names an unknown user: ${name}`);
    return row.id;
  }

  private day = (days: number): number => Math.floor(this.begin + days * DAY);
  private iso = (days: number): string => new Date(this.day(days)).toISOString();
  private date = (days: number): string => this.iso(days).slice(0, 10);
}
