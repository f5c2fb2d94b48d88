import type { CaseContext } from './context.js';
import type { Change, Level } from './vector.js';

export type Locale = 'en' | 'ru';

/** What two windows may have in common, as programs name it. */
export type ReasonCode =
  Level | `${Change}_up` | `${Change}_down` | 'calm' | 'event_patterns' | keyof CaseContext | 'nearest';

type Texts = Record<ReasonCode, string>;

/** What each says to people; `{…}` stands for the values that go with it. */
export const REASON_TEXTS: Readonly<Record<Locale, Texts>> = {
  en: {
    waiting: 'Both have waited long for the client',
    blockers: 'Both have blockers that stay open',
    stage: 'Both have a stage past its due date',
    scope: 'Scope grows in both',
    burn: 'Both cost more than planned',
    margin: 'Both have a thin margin',
    activity: 'Activity fell in both',
    sentiment: 'Clients of both became less content',
    risk: 'Both have a raised risk score',
    health: 'Both are in poor health',
    events: 'Both are similarly busy',
    risk_change_up: 'Risk rose in both',
    risk_change_down: 'Risk fell in both',
    waiting_change_up: 'The wait for the client grew in both',
    waiting_change_down: 'The wait for the client shrank in both',
    scope_change_up: 'Scope grew ever faster in both',
    scope_change_down: 'Scope grew ever slower in both',
    calm: 'Neither shows a raised risk',
    event_patterns: '{shared} of {either} event patterns are shared',
    budget_band: 'Same budget band ({value})',
    project_type: 'Same type of project ({value})',
    deal_stage: 'Same deal stage ({value})',
    nearest: 'Nothing they share stands out; their numbers are {distance} apart',
  },
  ru: {
    waiting: 'Оба проекта долго ждут ответа клиента',
    blockers: 'В обоих долго не снимаются блокеры',
    stage: 'В обоих просрочен этап',
    scope: 'В обоих растёт объём работ',
    burn: 'Оба стоят больше, чем планировалось',
    margin: 'В обоих мала маржа',
    activity: 'В обоих упала активность',
    sentiment: 'В обоих клиент стал менее доволен',
    risk: 'В обоих повышен риск',
    health: 'Оба проекта в плохом состоянии',
    events: 'В обоих похожая нагрузка',
    risk_change_up: 'В обоих риск вырос',
    risk_change_down: 'В обоих риск снизился',
    waiting_change_up: 'В обоих ожидание клиента выросло',
    waiting_change_down: 'В обоих ожидание клиента сократилось',
    scope_change_up: 'В обоих объём работ рос всё быстрее',
    scope_change_down: 'В обоих объём работ рос всё медленнее',
    calm: 'Ни в одном риск не повышен',
    event_patterns: 'Совпадают цепочки событий: {shared} из {either}',
    budget_band: 'Одинаковый бюджет ({value})',
    project_type: 'Одинаковый тип проекта ({value})',
    deal_stage: 'Одинаковая стадия сделки ({value})',
    nearest: 'Ничего общего не выделяется; расстояние между показателями {distance}',
  },
};
