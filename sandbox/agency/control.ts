import { type Exchange, HttpProblem, jsonObject, ok, type Route } from '../http/exchange.js';
import type { Agency } from './agency.js';
import { STORY_DAYS } from './story.js';

/** For another process: where the agency stands and what its projects bind to, and its next days. */
export function agencyControlRoutes(agency: Agency): Route[] {
  const place = () => ({ day: agency.day, now: new Date(agency.now()).toISOString() });
  return [
    {
      method: 'GET',
      template: '/__sandbox/agency',
      handle: () => ok({ ...place(), clients: agency.clients }),
    },
    {
      method: 'POST',
      template: '/__sandbox/agency/live',
      handle: (exchange) => {
        const days = daysOf(exchange);
        const left = STORY_DAYS - agency.day;
        if (days > left) throw new HttpProblem(400, { error: `the stories have ${left} days left` });
        let acts = 0;
        for (let i = 0; i < days; i++) acts += agency.liveDay();
        return ok({ ...place(), acts });
      },
    },
  ];
}

function daysOf(exchange: Exchange): number {
  const days = jsonObject(exchange)?.['days'] ?? 1;
  if (typeof days !== 'number' || !Number.isInteger(days) || days < 1)
    throw new HttpProblem(400, { error: 'days must be a whole number from 1' });
  return days;
}
