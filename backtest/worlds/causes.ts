import type { RiskType } from '../../src/kag-forecast/domain/risks.js';
import type { Random } from '../random.js';

/** What goes on in a project and nowhere can be read: by the risk that it drives, a value for each day. */
export type Causes = Readonly<Record<RiskType, Float64Array>>;

/** Share of a deviation that is left on the next day: half of it is gone after some 17 days. */
const STAYS = 0.96;
/** Deviations of a project's own level, and of its days around it; together 1. */
const LEVEL = 0.6;
const DAYS = 0.8;

/** Load drives delivery, dissatisfaction the client, scope pressure the scope, and cost drift the money. */
export function causesOf(random: Random, days: number): Causes {
  const one = (name: string) => walk(random.of(name), days);
  return {
    delivery_risk: one('load'),
    finance_risk: one('cost drift'),
    client_risk: one('dissatisfaction'),
    scope_risk: one('scope pressure'),
  };
}

function walk(random: Random, days: number): Float64Array {
  const level = LEVEL * random.normal();
  let deviation = DAYS * random.normal();
  return Float64Array.from({ length: days }, () => {
    deviation = STAYS * deviation + Math.sqrt(1 - STAYS * STAYS) * DAYS * random.normal();
    return level + deviation;
  });
}
