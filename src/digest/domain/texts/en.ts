import { counted } from '../../../common/counted.js';
import { dayWords, spanWords } from './days.js';
import type { DigestTexts } from './texts.js';

const changes = counted('en', { one: 'change', many: 'changes' });
const projects = counted('en', { one: 'project needs attention', many: 'projects need attention' });
const settled = counted('en', { one: 'recommendation done or dismissed', many: 'recommendations done or dismissed' });
const points = counted('en', { one: 'point', many: 'points' });
const more = counted('en', { one: 'more', many: 'more' });

/** After “trouble with”. */
const RISKS = {
  delivery_risk: 'delivery',
  finance_risk: 'the money',
  client_risk: 'the client',
  scope_risk: 'the scope',
} as const;
const THERE = {
  delivery_risk: 'Delivery is in trouble',
  finance_risk: 'The money is in trouble',
  client_risk: 'There is trouble with the client',
  scope_risk: 'The scope is out of hand',
} as const;
const THERE_SINCE = {
  delivery_risk: 'Delivery has been in trouble',
  finance_risk: 'The money has been in trouble',
  client_risk: 'There has been trouble with the client',
  scope_risk: 'The scope has been out of hand',
} as const;
const day = (text: string) => dayWords('en', text);
const by = (name: string | null) => (name === null ? '' : ` (${name})`);

export const EN: DigestTexts = {
  title: (span) => `Digest for ${spanWords('en', span)}`,
  summary: ({ changes: changed, attention, done }) =>
    `${[changes(changed), ...(attention === null ? [] : [projects(attention)]), settled(done)].join(', ')}.`,
  quiet: (span, health, risk) =>
    `A quiet time, ${spanWords('en', span)}: no health moved by ${points(health)} or more, no risk by ${risk} %, ` +
    'no recommendation opened, and none was closed.',
  changed: 'What changed',
  attention: 'Who needs attention',
  done: 'What was done',
  nothing_changed: 'Nothing changed by much.',
  calm: 'No project needs attention.',
  nothing_done: 'No recommendation was done or dismissed.',
  change: {
    risk_came: ({ risk, day: known }) => `${THERE[risk]}: known since ${day(known)}`,
    risk_over: ({ risk, day: known }) => `The trouble with ${RISKS[risk]} was over on ${day(known)}`,
    health_fell: ({ before, after }) => `Health fell by ${points(before - after)}, to ${after} of 100`,
    health_rose: ({ before, after }) => `Health rose by ${points(after - before)}, to ${after} of 100`,
    risk_rose: ({ risk, before, after }) =>
      `The chance of trouble with ${RISKS[risk]} rose from ${before} to ${after} %`,
    risk_fell: ({ risk, before, after }) =>
      `The chance of trouble with ${RISKS[risk]} fell from ${before} to ${after} %`,
    advice_opened: ({ title }) => `New: ${title}`,
    advice_lapsed: ({ title }) => `No longer needed: ${title}`,
  },
  settled: {
    done: (title, name) => `Done${by(name)}: ${title}`,
    dismissed: (title, name) => `Dismissed${by(name)}: ${title}`,
  },
  there: (risk, since) => `${THERE_SINCE[risk]} since ${day(since)}`,
  more: (count) => `and ${more(count)}`,
  open: 'Open the digest',
};
