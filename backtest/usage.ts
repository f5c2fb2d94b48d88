/** What `npm run backtest` takes. */
export const USAGE = `usage: npm run backtest [-- --quick | --tuning | --prior]
  Plays made projects through the product's functions and judges what it forecasts and advises. Without an option: on the
  worlds that are reported on; writes the report to docs/backtest.
  --quick   two worlds; writes nothing, and ends with 1 where the model falls short of what is wanted of it
  --tuning  the worlds that models are tuned on; writes nothing
  --prior   prints what the tuning worlds make of hazards, for src/kag-forecast/domain/hazard/prior.ts
`;
