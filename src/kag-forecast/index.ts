export {
  BASES,
  FORECAST_STATUSES,
  type Basis,
  type ByHorizon,
  type Driver,
  type Forecast,
  type Forecasts,
  type ForecastStatus,
  type ModelName,
  type Thresholds,
} from './domain/forecast.js';
export { forecastWords, raisedBy } from './domain/words/tell.js';
export { FORECAST_BACKFILL } from './backfill/backfill.job.js';
export { FORECAST_FIGURES } from './examples.js';
export { RISK_TYPES, type RiskType } from './domain/risks.js';
export { ForecastStep } from './forecast.step.js';
export { ForecastService, type Forecasted } from './forecast.service.js';
export { KagForecastModule } from './kag-forecast.module.js';
export { countForecasts } from './counters.js';
