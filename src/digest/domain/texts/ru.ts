import { counted } from '../../../common/counted.js';
import { dayWords, spanWords } from './days.js';
import type { DigestTexts } from './texts.js';

const changes = counted('ru', { one: 'изменение', few: 'изменения', many: 'изменений' });
const projects = counted('ru', {
  one: 'проект требует внимания',
  few: 'проекта требуют внимания',
  many: 'проектов требуют внимания',
});
const settled = counted('ru', {
  one: 'рекомендация закрыта',
  few: 'рекомендации закрыты',
  many: 'рекомендаций закрыто',
});
/** After «на». */
const points = counted('ru', { one: 'балл', few: 'балла', many: 'баллов' });
/** Percentage points, after «на». */
const shares = counted('ru', { one: 'пункт', few: 'пункта', many: 'пунктов' });

/** After «вероятность». */
const RISKS = {
  delivery_risk: 'срыва сроков',
  finance_risk: 'осложнений с деньгами',
  client_risk: 'осложнений с клиентом',
  scope_risk: 'разрастания объёма работ',
} as const;
const THERE = {
  delivery_risk: 'Со сроками неблагополучно',
  finance_risk: 'С деньгами неблагополучно',
  client_risk: 'С клиентом неблагополучно',
  scope_risk: 'Объём работ вышел из-под контроля',
} as const;
const THERE_SINCE = { ...THERE, scope_risk: 'Объём работ вне контроля' } as const;
const OVER = {
  delivery_risk: 'Со сроками снова всё в порядке',
  finance_risk: 'С деньгами снова всё в порядке',
  client_risk: 'С клиентом снова всё в порядке',
  scope_risk: 'Объём работ снова под контролем',
} as const;
const day = (text: string) => dayWords('ru', text);
const by = (name: string | null) => (name === null ? '' : ` (${name})`);

export const RU: DigestTexts = {
  title: (span) => `Сводка за ${spanWords('ru', span)}`,
  summary: ({ changes: changed, attention, done }) =>
    `${[changes(changed), ...(attention === null ? [] : [projects(attention)]), settled(done)].join(', ')}.`,
  quiet: (span, health, risk) =>
    `Без новостей за ${spanWords('ru', span)}: здоровье проектов не менялось на ${points(health)} и больше, ` +
    `риски — на ${shares(risk)} и больше, рекомендации не появлялись и не закрывались.`,
  changed: 'Что изменилось',
  attention: 'Кому нужно внимание',
  done: 'Что сделано',
  nothing_changed: 'Заметных изменений нет.',
  calm: 'Ни один проект не требует внимания.',
  nothing_done: 'Рекомендации не выполняли и не отклоняли.',
  change: {
    risk_came: ({ risk, day: known }) => `${THERE[risk]}: известно с ${day(known)}`,
    risk_over: ({ risk, day: known }) => `${OVER[risk]}: с ${day(known)}`,
    health_fell: ({ before, after }) => `Здоровье снизилось на ${points(before - after)}, до ${after} из 100`,
    health_rose: ({ before, after }) => `Здоровье выросло на ${points(after - before)}, до ${after} из 100`,
    risk_rose: ({ risk, before, after }) => `Вероятность ${RISKS[risk]} выросла с ${before} до ${after} %`,
    risk_fell: ({ risk, before, after }) => `Вероятность ${RISKS[risk]} снизилась с ${before} до ${after} %`,
    advice_opened: ({ title }) => `Новое: ${title}`,
    advice_lapsed: ({ title }) => `Больше не нужно: ${title}`,
  },
  settled: {
    done: (title, name) => `Сделано${by(name)}: ${title}`,
    dismissed: (title, name) => `Отклонено${by(name)}: ${title}`,
  },
  there: (risk, since) => `${THERE_SINCE[risk]} с ${day(since)}`,
  more: (count) => `и ещё ${count}`,
  open: 'Открыть сводку',
};
