import type { Forecast as Published } from '../../client/published.js';
import { allOf } from '../../shared/all-of.js';
import type { ChartData } from '../charts/chart-data.js';
import type { Format } from '../../shared/format.js';
import type { Texts } from '../texts/index.js';

export type Forecast = Pick<
  Published,
  'risk_type' | 'status' | 'p7' | 'p14' | 'p30' | 'base_rate' | 'words' | 'generated_at'
>;

const RISK_TYPES = allOf<Forecast['risk_type']>({
  delivery_risk: true,
  finance_risk: true,
  client_risk: true,
  scope_risk: true,
});
const HORIZONS = ['7', '14', '30'] as const;

export interface ForecastView {
  name: string;
  /** What is usual within 14 days; where it is there already, since when. */
  usual: string;
  words: string;
  asOf: string;
}

/** What stands behind each forecast, in the words that the server has for it. */
export function forecastViews(
  forecasts: readonly Forecast[],
  texts: Texts,
  format: Format,
  now: number,
): ForecastView[] {
  return ordered(forecasts).map((one) => ({
    name: texts.forecast.names[one.risk_type],
    usual: one.status === 'ok' ? format.percent(one.base_rate.p14) : texts.forecast.statuses[one.status],
    words: one.words,
    asOf: texts.forecast.asOf(format.fromNow(one.generated_at, now)),
  }));
}

/** Each risk's chances at the three horizons; null: there is no forecast. */
export function forecastChart(forecasts: readonly Forecast[], texts: Texts, format: Format): ChartData | null {
  const risks = ordered(forecasts);
  if (risks.length === 0) return null;
  return {
    kind: 'bars',
    title: texts.forecast.about,
    labelsAre: texts.forecast.risk,
    labels: risks.map(({ risk_type }) => texts.forecast.names[risk_type]),
    series: HORIZONS.map((days) => ({
      name: texts.forecast.horizon(days),
      values: risks.map((one) => one[`p${days}`]),
    })),
    high: 1,
    write: (value) => format.percent(value),
  };
}

const ordered = (forecasts: readonly Forecast[]): Forecast[] =>
  RISK_TYPES.flatMap((type) => forecasts.find(({ risk_type }) => risk_type === type) ?? []);
