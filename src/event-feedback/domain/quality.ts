import { precisionOf } from './precision.js';

interface Count {
  account_scope_id: string;
  account_scope_name: string;
  event_type: string;
  language: string | null;
  judged: number;
  are_right: number;
}

/** How good detectors are by what people say, by account scope and type of event; in the order of the counts. */
export function qualityOf(counts: readonly Count[]) {
  return [...Map.groupBy(counts, ({ account_scope_id }) => account_scope_id)].map(([account_scope_id, scope]) => ({
    account_scope_id,
    name: scope[0]?.account_scope_name ?? '',
    detectors: [...Map.groupBy(scope, ({ event_type }) => event_type)].map(([event_type, all]) => ({
      event_type,
      ...figuresOf(all),
      languages: all.map((one) => ({ language: one.language, ...figuresOf([one]) })),
    })),
  }));
}

function figuresOf(counts: readonly Count[]) {
  const judged = counts.reduce((sum, one) => sum + one.judged, 0);
  const right = counts.reduce((sum, one) => sum + one.are_right, 0);
  return { judged, right, wrong: judged - right, precision: precisionOf(right, judged) };
}
