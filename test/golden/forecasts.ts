import type { GoldenForecast, GoldenForecasts } from './types.js';

/** A chance that nothing raises by a point. */
const USUAL: GoldenForecast = { status: 'ok', raised_by: [], evidence: 0 };
/** So many refs show that it is there. */
const already = (evidence: number): GoldenForecast => ({ status: 'already', raised_by: [], evidence });
/** A chance with so many refs, and what raises it by a point within 14 days or more, the most first. */
const raised = (evidence: number, ...raised_by: string[]): GoldenForecast => ({ status: 'ok', raised_by, evidence });

/** What is forecast, by the history: of risks that are left out too little is known to tell a chance. */
export const FORECASTS: Readonly<Record<string, GoldenForecasts>> = {
  'activity: ten notes, then seven': { client_risk: USUAL },
  'activity: the edges of both weeks, and what is none': { client_risk: USUAL },
  'activity: all has gone quiet': { client_risk: USUAL },
  'activity: more than before is no drop': { client_risk: USUAL },
  'thresholds: every signal is critical': {
    delivery_risk: already(1),
    finance_risk: already(2),
    client_risk: already(3),
    scope_risk: raised(0, 'requests_7d'),
  },
  'thresholds: every signal is a warning': {
    delivery_risk: raised(1, 'slow_answers', 'open_blockers', 'stage_overdue'),
    finance_risk: raised(1, 'burn', 'margin', 'burn_projected'),
    client_risk: already(2),
    scope_risk: raised(0, 'requests_7d'),
  },
  'blockers: blocked twice keeps the first time, blocked again after it was freed does not': {
    delivery_risk: already(2),
  },
  'blockers: of 90 days exactly counts, older is forgotten': { delivery_risk: USUAL },
  'blockers: one that nobody knows cannot be freed': { delivery_risk: raised(0, 'days_overdue', 'open_blockers') },
  'blockers: four old ones': { delivery_risk: already(4) },
  'blockers: two, five days exactly: too few to raise the forecast, too young to act': { delivery_risk: already(2) },
  'blockers: three, five days exactly, raise the forecast': { delivery_risk: already(3) },
  'blockers: what is parked is not waited for': {
    delivery_risk: raised(1, 'days_overdue', 'open_blockers', 'blockers_age'),
    client_risk: USUAL,
    scope_risk: USUAL,
  },
  'crisis: no side of the project is well, and the similar ones ended badly': {
    delivery_risk: already(4),
    finance_risk: already(1),
    client_risk: already(2),
    scope_risk: raised(2, 'requests_7d'),
  },
  'evidence: a signal keeps its latest 20': { delivery_risk: already(20) },
  'evidence: what is left of five times twenty-five': {
    delivery_risk: already(40),
    client_risk: already(20),
    scope_risk: raised(20, 'requests_7d'),
  },
  'finance: the latest amount of each entry counts, whenever it arrived': {
    finance_risk: raised(1, 'burn_projected', 'margin', 'burn'),
  },
  'finance: a thin margin, and a gate that asks for better evidence': { finance_risk: already(2) },
  'finance: a quarter over the plan of one deal, with what was written about its money': { finance_risk: already(4) },
  'finance: half the plan spent, a good margin, and so nothing to forecast': { finance_risk: USUAL },
  'finance: a fifth over the plan of two deals': { finance_risk: already(2) },
  'finance: a tenth over the plan': { finance_risk: raised(1, 'burn', 'burn_projected', 'margin') },
  'finance: a deal that is lost burns nothing': {
    delivery_risk: USUAL,
    finance_risk: USUAL,
    client_risk: USUAL,
    scope_risk: USUAL,
  },
  'finance: an open deal is held against what it is to bring in': {
    delivery_risk: USUAL,
    finance_risk: USUAL,
    client_risk: USUAL,
    scope_risk: USUAL,
  },
  'health: 75 exactly is low concern': {
    delivery_risk: raised(1, 'open_blockers'),
    client_risk: USUAL,
    scope_risk: USUAL,
  },
  'health: 60 exactly is medium concern': { delivery_risk: already(1), client_risk: USUAL, scope_risk: USUAL },
  'health: 40 exactly is high concern, and nothing is there to point at': {
    delivery_risk: raised(0, 'open_blockers', 'blockers_age', 'days_overdue'),
    client_risk: raised(0, 'waiting', 'low_mood'),
    scope_risk: USUAL,
  },
  'health: 45 exactly is an outcome of client_risk by itself': {
    delivery_risk: raised(0, 'open_blockers', 'blockers_age', 'days_overdue'),
    client_risk: raised(2, 'waiting'),
    scope_risk: USUAL,
  },
  'healthy: a happy client, ripe for an offer by the score, but with nothing that speaks of risk at all': {
    delivery_risk: USUAL,
    finance_risk: raised(1),
    client_risk: USUAL,
    scope_risk: USUAL,
  },
  'healthy: a happy client with two needs': {
    delivery_risk: USUAL,
    finance_risk: raised(1),
    client_risk: raised(2, 'waiting'),
    scope_risk: USUAL,
  },
  'healthy: one need, and a day and a half without an answer': {
    delivery_risk: USUAL,
    client_risk: raised(2, 'waiting'),
    scope_risk: USUAL,
  },
  'moment: now and later': {
    delivery_risk: raised(0, 'open_blockers'),
    client_risk: raised(0, 'waiting', 'mean_waiting'),
    scope_risk: raised(2, 'requests_7d'),
  },
  'moment: endings of what never began': { delivery_risk: USUAL },
  'order: late news is read where it belongs': {
    delivery_risk: raised(1, 'slow_answers', 'open_blockers', 'days_overdue', 'blockers_age'),
    finance_risk: USUAL,
    client_risk: raised(0, 'low_mood', 'negative_share'),
    scope_risk: USUAL,
  },
  'order: at one instant, what arrived last happened last': {
    delivery_risk: USUAL,
    finance_risk: raised(0, 'burn', 'burn_projected', 'margin'),
    client_risk: raised(1, 'waiting', 'mean_waiting'),
    scope_risk: USUAL,
  },
  'order: at one instant, the other way round': { client_risk: USUAL, scope_risk: USUAL },
  'response: answers after two and six hours': {
    delivery_risk: raised(0, 'slow_answers'),
    client_risk: USUAL,
    scope_risk: USUAL,
  },
  'response: sixteen hours exactly are a reason to answer': { client_risk: USUAL, scope_risk: USUAL },
  'response: a quarter of an hour less is none': { client_risk: USUAL, scope_risk: USUAL },
  'response: half a day, told by the question and the answer': {
    delivery_risk: raised(2, 'slow_answers'),
    client_risk: USUAL,
    scope_risk: USUAL,
  },
  'response: an answer of exactly 28 days ago has left the window': {
    delivery_risk: raised(0, 'slow_answers'),
    client_risk: USUAL,
    scope_risk: USUAL,
  },
  'response: from the first of several questions to the first of several answers, in each conversation': {
    delivery_risk: raised(0, 'slow_answers'),
    client_risk: USUAL,
    scope_risk: USUAL,
  },
  'risk: 45 exactly is medium': { delivery_risk: already(0), client_risk: USUAL, scope_risk: USUAL },
  'risk: 65 exactly is high': { delivery_risk: already(0), client_risk: USUAL, scope_risk: USUAL },
  'risk: 80 exactly is critical, and a severe outcome only from 85': {
    delivery_risk: already(0),
    client_risk: USUAL,
    scope_risk: raised(0, 'requests_7d'),
  },
  'scope: one wish in five messages': { client_risk: USUAL, scope_risk: raised(2, 'requests_7d') },
  'scope: seven wishes in twenty messages, a chance for an offer that rests on nothing': {
    client_risk: USUAL,
    scope_risk: already(7),
  },
  'scope: a wish without any message': { scope_risk: raised(1, 'requests_7d') },
  'scope: a wish of exactly a week ago has left the window': { client_risk: USUAL, scope_risk: USUAL },
  'sentiment: just short of a warning': { client_risk: raised(0, 'low_mood', 'negative_share'), scope_risk: USUAL },
  'sentiment: just a warning': { client_risk: raised(0, 'low_mood', 'negative_share'), scope_risk: USUAL },
  'sentiment: just short of raising the forecast': { client_risk: already(0), scope_risk: USUAL },
  'sentiment: just raising the forecast': { client_risk: already(0), scope_risk: USUAL },
  'sentiment: one very angry message is a mood, not yet a trend': {
    client_risk: raised(0, 'low_mood', 'negative_share'),
    scope_risk: USUAL,
  },
  'sentiment: from calm to furious': { client_risk: raised(1, 'low_mood', 'negative_share'), scope_risk: USUAL },
  'sentiment: it warms up, and a better mood is no risk': {
    client_risk: raised(0, 'negative_share'),
    scope_risk: USUAL,
  },
  'sentiment: only the scored messages of the client count': {
    client_risk: raised(0, 'low_mood', 'negative_share'),
    scope_risk: USUAL,
  },
  'sentiment: seven of eight messages at -0.9': { delivery_risk: USUAL, client_risk: already(7), scope_risk: USUAL },
  'sentiment: one angry person among five': {
    delivery_risk: USUAL,
    client_risk: raised(0, 'low_mood'),
    scope_risk: USUAL,
  },
  'silence: four days exactly are critical, and the silence begins now': { client_risk: already(2) },
  'silence: six days, of which only chunks of text tell': { client_risk: already(2) },
  'silence: the client answers at this very moment, and was silent before': {
    client_risk: raised(0, 'mean_waiting'),
    scope_risk: USUAL,
  },
  'silence: we write again into it, and it stays the same one': { client_risk: already(1) },
  'silence: no matter in which conversation we spoke last': { client_risk: raised(0, 'waiting'), scope_risk: USUAL },
  'similar: four days without an answer, as of a client that left': { client_risk: already(2) },
  'similar: likely to buy, and too likely to leave': { client_risk: already(2), scope_risk: USUAL },
  'similar: projects that went wrong, not badly enough for the highest priority': {
    delivery_risk: already(3),
    finance_risk: already(2),
  },
  'similar: projects that went as wrong as can be': {
    delivery_risk: already(3),
    finance_risk: already(2),
    scope_risk: raised(2, 'requests_7d'),
  },
  'stages: one a day late, one in time, one without a date': { delivery_risk: raised(1) },
  'stages: three days late exactly raise the forecast, and are no reason to act': { delivery_risk: already(2) },
  'stages: the latest of several, six days late': { delivery_risk: already(2) },
  'stages: a new date replaces the old one, the end closes it, a new beginning opens it again': {
    delivery_risk: raised(0, 'stage_overdue', 'days_overdue'),
  },
  'stages: one that nobody closes is over when the next begins': {
    delivery_risk: raised(1, 'stage_overdue'),
    client_risk: USUAL,
    scope_risk: USUAL,
  },
  'waiting: three days without an answer': { client_risk: raised(1, 'waiting', 'mean_waiting') },
  'waiting: two days exactly are a warning': { client_risk: raised(2, 'waiting', 'mean_waiting') },
  'waiting: a day and a half is no reason to act': { client_risk: raised(2, 'waiting', 'mean_waiting') },
  'waiting: the last millisecond of the year': { client_risk: raised(2, 'waiting', 'mean_waiting') },
  'waiting: a follow-up on each of seven days does not start it again': {
    delivery_risk: USUAL,
    client_risk: already(0),
    scope_risk: USUAL,
  },
  'working time: a question of Friday afternoon is half a day old on Monday noon': {
    client_risk: raised(2, 'waiting'),
  },
  'working time: the client has waited for us for eleven hours, over a weekend': {
    client_risk: USUAL,
    scope_risk: USUAL,
  },
};
