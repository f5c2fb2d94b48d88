import { counted, decimal } from '../../../common/counted.js';
import { dayOf, duration, numberOf, percent, tenth } from './figure.js';
import type { ForecastWording } from './words.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const workingDays = counted('en', { one: 'working day', many: 'working days' });
const blocked = counted('en', { one: 'issue is blocked', many: 'issues are blocked' });
const requests = counted('en', { one: 'request beyond the scope', many: 'requests beyond the scope' });
const times = counted('en', { one: 'time', many: 'times' });
const recentDays = counted('en', { one: 'recent day', many: 'recent days' });
const hours = counted('en', { one: 'working hour', many: 'working hours' });
const minutesOf = counted('en', { one: 'working minute', many: 'working minutes' });

const date = (day: string): string => `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''}`;
const time = (minutes: number): string => {
  const amount = duration(minutes);
  return 'hours' in amount ? hours(amount.hours) : minutesOf(amount.minutes);
};
const usually = (usual: number, own: boolean): string =>
  own ? `${usual} % is usual for your projects` : `${usual} % is assumed until your own projects tell more`;

export const EN: ForecastWording = {
  drivers: {
    blockers_age(figures) {
      const [n, days] = [numberOf(figures, 'blockers'), tenth(numberOf(figures, 'days'))];
      if (n === 0) return 'no issue is blocked';
      return days === 0 ? blocked(n) : `${blocked(n)}, for ${workingDays(days)}${n > 1 ? ' on average' : ''}`;
    },
    open_blockers: (figures) =>
      numberOf(figures, 'blockers') === 0 ? 'no issue is blocked' : blocked(numberOf(figures, 'blockers')),
    stage_overdue(figures) {
      const days = tenth(numberOf(figures, 'days'));
      return days === 0 ? 'no stage is past its due date' : `a stage is ${workingDays(days)} past its due date`;
    },
    slowness: (figures) =>
      `the team answers within ${time(numberOf(figures, 'minutes'))} (median), and it was ${time(numberOf(figures, 'usual'))} before`,
    slow_answers: (figures) => `the team answers within ${time(numberOf(figures, 'minutes'))} (median)`,
    days_overdue: (figures) =>
      `on ${numberOf(figures, 'stuck') || 'none'} of ${recentDays(numberOf(figures, 'of'))} a stage was overdue, or issues had been blocked for two working days`,
    own_onsets(figures) {
      const [n, last] = [numberOf(figures, 'onsets'), dayOf(figures, 'last')];
      return n === 0 || last === null
        ? 'it had not come about in this project until three weeks ago'
        : `it came about in this project before: ${times(n)} up to ${date(last)}`;
    },
    burn: (figures) => `${percent(numberOf(figures, 'burn'))} % of the budget is spent, of the deal that is worst`,
    burn_projected(figures) {
      const day = dayOf(figures, 'reached_on');
      if (numberOf(figures, 'burn') >= 1) return 'the budget is spent already';
      return day === null
        ? 'at this pace the budget is not reached within 300 days'
        : `the budget is reached on ${date(day)} at this pace`;
    },
    margin(figures) {
      const left = percent(numberOf(figures, 'margin'));
      return left < 0
        ? `the costs are ${-left} % above the deal’s value`
        : `the costs leave ${left} % of the deal’s value`;
    },
    margin_projected(figures) {
      const day = dayOf(figures, 'gone_on');
      if (numberOf(figures, 'margin') <= 0) return 'the costs have reached the deal’s value';
      return day === null
        ? 'at this pace the costs do not reach the deal’s value within 300 days'
        : `the costs reach the deal’s value on ${date(day)} at this pace`;
    },
    waiting(figures) {
      const days = tenth(numberOf(figures, 'days'));
      return days === 0 ? 'the client owes no answer' : `the client has owed an answer for ${workingDays(days)}`;
    },
    mean_waiting: (figures) =>
      `over ${recentDays(numberOf(figures, 'of'))} the client owed an answer for ${workingDays(tenth(numberOf(figures, 'days')))} on average`,
    negative_share: (figures) =>
      `${percent(numberOf(figures, 'share'))} % of what the client wrote in 21 days is negative, each person counted alike`,
    low_mood: (figures) =>
      `the client’s mood in 21 days is ${decimal('en', tenth(numberOf(figures, 'level')))} on a scale from −1 to 1`,
    activity_drop(figures) {
      const drop = percent(numberOf(figures, 'drop'));
      return drop === 0 ? 'the week was no quieter than usual' : `the week was ${drop} % quieter than usual`;
    },
    requests_7d: (figures) => `${asked(numberOf(figures, 'requests'))} in 7 days`,
    requests_28d: (figures) => `${asked(numberOf(figures, 'requests'))} in ${numberOf(figures, 'days')} days`,
    days_above_warn: (figures) =>
      `on ${numberOf(figures, 'above') || 'none'} of ${recentDays(numberOf(figures, 'of'))} the week had had two requests beyond the scope or more`,
  },
  usual: (p, usual, own) => `${p} % within 14 days, no more than what is usual: ${usually(usual, own)}.`,
  raised: (p, usual, own, drivers) => `${p} % within 14 days: ${[usually(usual, own), ...drivers].join('; ')}.`,
  already: (since) => `It is there, since ${date(since)}.`,
  unknown: (days) =>
    `Nothing can be said yet: that takes ${days} days of the project, and something that this risk shows in.`,
  part: (points, words) => `${points > 0 ? '+' : '−'}${Math.abs(points)} ${words}`,
};

function asked(n: number): string {
  return n === 0 ? 'no request beyond the scope' : requests(n);
}
