import type { Forecast, PortfolioRisk, ProjectOverview } from '../../client/published.js';
import type { LineData } from '../../shared/charts/line-chart.js';
import type { Format } from '../../shared/format.js';
import type { Forecasts } from '../reading.js';
import type { Texts } from '../texts/index.js';
import type { Tone } from './tone.js';

/** What a risk comes to, in words. */
export interface RiskView {
  type: PortfolioRisk['risk_type'];
  name: string;
  pill: string;
  tone: Tone;
  /** How likely it is within other times, and what is usual. */
  notes: string[];
}

/** What moves a chance from the usual one, the strongest first. */
export interface DriverView {
  words: string;
  points: string;
  raises: boolean;
}

/** Less is too little to name it. */
const LEAST_POINTS = 0.5;

/** The risks of a project: those that are there first, then the likeliest. */
export function riskViews({ risks }: Pick<ProjectOverview, 'risks'>, texts: Texts, format: Format): RiskView[] {
  const weight = ({ status, p14 }: PortfolioRisk) => (status === 'already' ? 2 : (p14 ?? -1));
  return [...risks]
    .sort((one, other) => weight(other) - weight(one))
    .map((risk) => ({
      type: risk.risk_type,
      name: texts.labels.risks[risk.risk_type],
      ...saidOf(risk, texts, format),
    }));
}

function saidOf(
  risk: PortfolioRisk,
  { risk: words }: Texts,
  format: Format,
): Pick<RiskView, 'pill' | 'tone' | 'notes'> {
  const { status, since, p7, p14, p30, base_rate, basis, above_usual } = risk;
  if (status === 'already')
    return { pill: since === null ? words.here : words.since(format.day(since)), tone: 'bad', notes: [] };
  if (p14 === null) return { pill: words.open, tone: 'quiet', notes: [words.unknown] };
  const usual = format.percent(base_rate.p14);
  return {
    pill: words.within(format.percent(p14)),
    tone: above_usual ? 'warning' : 'quiet',
    notes: [
      ...(p7 === null || p30 === null ? [] : [words.horizons(format.percent(p7), format.percent(p30))]),
      basis === 'prior' ? words.assumed(usual) : words.usual(usual),
    ],
  };
}

export function driverViews(drivers: Forecast['drivers'], format: Format): DriverView[] {
  return drivers
    .flatMap(({ words, points: { p14 } }) => (words === null || Math.abs(p14) < LEAST_POINTS ? [] : [{ words, p14 }]))
    .sort((one, other) => Math.abs(other.p14) - Math.abs(one.p14))
    .map(({ words, p14 }) => ({
      words: `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
      points: format.change(p14),
      raises: p14 > 0,
    }));
}

/** How likely a risk was said to be, day by day; null where that was not said on two days. */
export function riskLine(
  risk: PortfolioRisk,
  { days, history }: Forecasts,
  { risk: words, lines, labels }: Texts,
  format: Format,
): LineData | null {
  const values = history.find(({ risk_type }) => risk_type === risk.risk_type)?.p14 ?? [];
  if (values.filter((value) => value !== null).length < 2) return null;
  const write = (value: number) => format.percent(value);
  const usual = risk.base_rate.p14;
  return {
    title: words.history(labels.risks[risk.risk_type]),
    values,
    days: days.map((day) => format.day(day)),
    write,
    say: (value, day) => lines.say(write(value), day, ''),
    limits: [{ value: usual, tone: 'warning', text: words.asUsual(write(usual)) }],
    bounds: [0],
  };
}
