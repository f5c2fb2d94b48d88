import type { PortfolioProject, PortfolioRisk, PortfolioScore } from '../../client/published.js';
import type { Format } from '../../shared/format.js';
import { isAhead, localDay } from '../../shared/local-day.js';
import { vendorName } from '../../shared/vendor-name.js';
import type { Texts } from '../texts/index.js';

export type Tone = 'good' | 'warning' | 'bad' | 'quiet';

/** How a project is shown, in words. */
export interface Row {
  id: string;
  name: string;
  /** How much it needs somebody. */
  tone: Tone;
  health: { value: string | null; band: string; tone: Tone; change: string; line: string };
  risk: { name: string; pill: string; tone: Tone; words: string[] } | null;
  advice: {
    title: string;
    why: string;
    due: string;
    overdue: boolean;
    urgent: boolean;
    who: string;
    more: string | null;
  } | null;
  /** What is to be known of its data, faults first. */
  data: { text: string; fault: boolean }[];
  /** Why nothing is shown of it; null where something is. */
  untold: 'leaving' | 'nothing' | null;
}

const URGENT = 5;
const TONE_OF_BAND = { low: 'good', medium: 'quiet', high: 'warning', critical: 'bad' } as const;

export function rowOf(project: PortfolioProject, texts: Texts, format: Format, now: number): Row {
  const { id, name, leaving, as_of, scores, risks, recommendations } = project;
  const nothing = as_of === null && risks.length === 0 && recommendations.first === null;
  return {
    id,
    name,
    tone: toneOf(project),
    health: healthOf(scores.project_health, texts, format),
    risk: riskOf(project, texts, format),
    advice: adviceOf(project, texts, format, now),
    data: dataOf(project, texts, format, now),
    untold: leaving ? 'leaving' : nothing ? 'nothing' : null,
  };
}

function toneOf({ needs_attention, recommendations: { first } }: PortfolioProject): Tone {
  if (!needs_attention) return 'quiet';
  return (first?.priority ?? 0) >= URGENT ? 'bad' : 'warning';
}

function healthOf({ value, band, change_7d, change_30d, series }: PortfolioScore, { health }: Texts, format: Format) {
  const known = series.filter((one) => one !== null);
  const change = (points: number | null, period: string) => {
    if (points === null) return null;
    const whole = Math.round(Math.abs(points));
    if (whole === 0) return health.steady(period);
    return points < 0 ? health.fell(format.number(whole), period) : health.rose(format.number(whole), period);
  };
  const told = [change(change_7d, health.week), change(change_30d, health.month)].filter((one) => one !== null);
  return {
    value: value === null ? null : format.number(Math.round(value)),
    band: band === null ? health.unknown : health.bands[band],
    tone: band === null ? ('quiet' as const) : TONE_OF_BAND[band],
    change: value === null ? '' : told.length > 0 ? told.join(', ') : health.noChange,
    line: health.line(format.number(known[0] ?? 0), format.number(known.at(-1) ?? 0)),
  };
}

function riskOf(
  { risks, likeliest_risk }: PortfolioProject,
  { risk: words, labels }: Texts,
  format: Format,
): Row['risk'] {
  const likeliest = risks.find(({ risk_type }) => risk_type === likeliest_risk);
  if (!likeliest) return null;
  const pill = (risk: PortfolioRisk) =>
    risk.status === 'already' && risk.since !== null
      ? words.since(format.day(risk.since))
      : words.within(format.percent(risk.p14 ?? 0));
  const isWorse = (risk: PortfolioRisk) => risk.status === 'already' || risk.above_usual;
  const others = risks.filter((risk) => risk !== likeliest && isWorse(risk));
  return {
    name: labels.risks[likeliest.risk_type],
    pill: pill(likeliest),
    tone: likeliest.status === 'already' ? 'bad' : likeliest.above_usual ? 'warning' : 'quiet',
    words: [
      ...usualOf(likeliest, words, format),
      ...(likeliest.raised_by === null ? [] : [sentence(likeliest.raised_by)]),
      ...(others.length === 0
        ? []
        : [words.also(others.map((risk) => `${labels.risks[risk.risk_type]} ${pill(risk)}`).join('; '))]),
    ],
  };
}

/** How the chance stands to what is usual. Of what is there already no chance is told. */
function usualOf(
  { status, above_usual, basis, base_rate }: PortfolioRisk,
  words: Texts['risk'],
  format: Format,
): string[] {
  if (status === 'already') return [];
  const usual = format.percent(base_rate.p14);
  if (above_usual) return [basis === 'prior' ? words.assumedIs(usual) : words.usualIs(usual)];
  return [basis === 'prior' ? words.assumed : words.usual];
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

function adviceOf(
  project: PortfolioProject,
  { advice: words, labels }: Texts,
  format: Format,
  now: number,
): Row['advice'] {
  const { first, open } = project.recommendations;
  if (!first) return null;
  const today = localDay(now);
  const day = format.day(first.due_date);
  const more = open.length - 1;
  return {
    title: first.title,
    why: first.rationale,
    due: first.due_date < today ? words.overdue(day) : first.due_date === today ? words.today : words.due(day),
    overdue: first.due_date < today,
    urgent: first.priority >= URGENT,
    who: first.assignee ?? labels.roles[first.owner_role] ?? first.owner_role,
    more: more > 0 ? words.more(format.number(more)) : null,
  };
}

function dataOf(project: PortfolioProject, { data: words }: Texts, format: Format, now: number): Row['data'] {
  const { connectors, last_activity_at, ended_on } = project;
  const faults = connectors.flatMap((one) => faultOf(one, words) ?? []);
  const read = connectors.flatMap(({ last_success_at }) => last_success_at ?? []).sort();
  // What was read longest ago says how old the picture is.
  const told = [
    read[0] === undefined ? words.never : words.read(format.fromNow(read[0], now)),
    ...(last_activity_at === null ? [] : [words.active(format.fromNow(last_activity_at, now))]),
    ...(ended_on === null ? [] : [(isAhead(ended_on, now) ? words.ends : words.ended)(format.date(ended_on))]),
  ];
  return [...faults.map((text) => ({ text, fault: true })), ...told.map((text) => ({ text, fault: false }))];
}

function faultOf(
  { connector, status, stale }: PortfolioProject['connectors'][number],
  words: Texts['data'],
): string | null {
  const name = vendorName(connector);
  if (stale) return words.stuck(name);
  if (status === 'failed') return words.failed(name);
  return status === 'partial' ? words.partial(name) : null;
}
