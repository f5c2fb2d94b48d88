export type { Driver, Forecast, ForecastStatus, Forecasts, ModelName, Thresholds } from './domain/forecast.js';
export { FORECAST_BACKFILL } from './backfill/backfill.job.js';
export { FORECAST_FIGURES } from './examples.js';
export { RISK_TYPES, type RiskType } from './domain/risks.js';
export { ForecastStep } from './forecast.step.js';
export { ForecastService, type Forecasted } from './forecast.service.js';
export { KagForecastModule } from './kag-forecast.module.js';
export { tellForecasts } from './told.js';
