/** What was recommended in a project, and what really went wrong in it. */
export interface AdvisedProject {
  /** For each day the categories that are open, and those that begin. */
  days: readonly { open: readonly string[]; begun: readonly string[] }[];
  /** First day, and the first day without. */
  troubles: readonly { risk: string; kind: string; begins: number; ends: number }[];
  /** The first day on which the project is over. */
  ends: number;
}

export interface AdviceQuality {
  /** New recommendations in 30 days of a running project. */
  new_a_month: number;
  /** Share of calm days (no trouble within 30 days of them) with an open one. */
  calm_open: number;
  /** Share of new ones whose category had one open within the 7 days before. */
  again: number;
  /** Share of new ones in whose 30 days trouble of their risk comes or is there, and the same of a random day. */
  precision: number;
  precision_of_chance: number;
  /** Share of troubles with an open one of their risk on one of the 14 days before or the first 3, and by chance. */
  recall: number;
  recall_of_chance: number;
  by_kind: readonly FoundOfKind[];
  /** Days from the beginning of trouble to the first open one, of those found within it; below 0: before. Median. */
  lateness: number;
  /** How often an open one ends and begins again within 14 days, for 100 project-days. */
  flapping: number;
}

/** How many troubles of a kind had an open recommendation of their risk. */
export interface FoundOfKind {
  kind: string;
  troubles: number;
  /** On one of the 14 days before or the first 3. */
  in_time: number;
  /** At any time from then until the trouble is over. */
  found: number;
}

const CALM_DAYS = 30;
const AHEAD = 30;
const BEFORE = 14;
const IN_TIME = 3;
const AGAIN = 7;
const FLAPS = 14;

/** @param riskOf the risk that a category is about; null: it is about none, such as an offer */
export function adviceQuality(
  projects: readonly AdvisedProject[],
  riskOf: (category: string) => string | null,
): AdviceQuality {
  const per = projects.map((project) => countsOf(project, riskOf));
  const sum = (of: (one: Counts) => number) => per.reduce((total, one) => total + of(one), 0);
  const lateness = per.flatMap((one) => one.lateness).sort((a, b) => a - b);
  return {
    new_a_month: (sum((one) => one.begun) / sum((one) => one.running)) * 30,
    calm_open: sum((one) => one.calmOpen) / sum((one) => one.calm),
    again: sum((one) => one.again) / sum((one) => one.begun),
    precision: sum((one) => one.right) / sum((one) => one.risky),
    precision_of_chance: sum((one) => one.rightByChance) / sum((one) => one.risky),
    recall: sum((one) => one.found) / sum((one) => one.troubles),
    recall_of_chance: sum((one) => one.foundByChance) / sum((one) => one.troubles),
    by_kind: foundByKind(per.flatMap((one) => one.judged)),
    lateness: lateness[Math.floor(lateness.length / 2)] ?? NaN,
    flapping: (sum((one) => one.flaps) / sum((one) => one.running)) * 100,
  };
}

type Counts = ReturnType<typeof countsOf>;

interface JudgedTrouble {
  kind: string;
  inTime: boolean;
  /** Days from its beginning to the first open one; null: there was none before it was over. */
  after: number | null;
}

function foundByKind(judged: readonly JudgedTrouble[]): FoundOfKind[] {
  return [...Map.groupBy(judged, ({ kind }) => kind)].map(([kind, own]) => ({
    kind,
    troubles: own.length,
    in_time: own.filter(({ inTime }) => inTime).length,
    found: own.filter(({ after }) => after !== null).length,
  }));
}

function countsOf({ days, troubles, ends }: AdvisedProject, riskOf: (category: string) => string | null) {
  const near = (risk: string | null, from: number, to: number) =>
    troubles.some((one) => (risk === null || one.risk === risk) && one.begins <= to && one.ends > from);
  const openOn = (risk: string, day: number) => days[day]?.open.some((category) => riskOf(category) === risk) ?? false;
  const share = (of: (day: number) => boolean) => {
    const all = days.slice(0, ends);
    return all.length === 0 ? 0 : all.filter((_one, day) => of(day)).length / all.length;
  };
  const calmDays = days.flatMap((one, day) => (near(null, day - CALM_DAYS, day + CALM_DAYS) ? [] : [one]));
  const begun = days.flatMap(({ begun: own }, day) => own.map((category) => ({ category, day })));
  const openWithin = (category: string, day: number, back: number) =>
    days.slice(Math.max(0, day - back), day).some(({ open }) => open.includes(category));
  const risky = begun.flatMap(({ category, day }) => {
    const risk = riskOf(category);
    return risk === null ? [] : [{ risk, day }];
  });
  const inTime = (risk: string, begins: number) => {
    for (let day = Math.max(0, begins - BEFORE); day < begins + IN_TIME; day++) if (openOn(risk, day)) return true;
    return false;
  };
  const firstOpen = (risk: string, begins: number, over: number) => {
    for (let day = Math.max(0, begins - BEFORE); day < over; day++) if (openOn(risk, day)) return day - begins;
    return null;
  };
  const judged = troubles.map(({ risk, kind, begins, ends: over }): JudgedTrouble => {
    return { kind, inTime: inTime(risk, begins), after: firstOpen(risk, begins, over) };
  });
  return {
    running: ends,
    calm: calmDays.length,
    calmOpen: calmDays.filter(({ open }) => open.length > 0).length,
    begun: begun.length,
    again: begun.filter(({ category, day }) => openWithin(category, day, AGAIN)).length,
    flaps: begun.filter(({ category, day }) => openWithin(category, day, FLAPS)).length,
    risky: risky.length,
    right: risky.filter(({ risk, day }) => near(risk, day, day + AHEAD)).length,
    rightByChance: risky.reduce((sum, { risk }) => sum + share((day) => near(risk, day, day + AHEAD)), 0),
    troubles: troubles.length,
    found: judged.filter((one) => one.inTime).length,
    foundByChance: troubles.reduce((sum, { risk }) => sum + share((day) => inTime(risk, day)), 0),
    lateness: judged.flatMap(({ after }) => after ?? []),
    judged,
  };
}
