import type { Locale } from '../../common/locale.js';
import type { BudgetBand, CaseContext, DealStage, ProjectType } from './context.js';
import type { ChangeKey, LevelKey } from './vector.js';

/** What two windows may have in common, as programs name it. */
export type ReasonCode =
  LevelKey | `${ChangeKey}_up` | `${ChangeKey}_down` | 'calm' | 'event_patterns' | keyof CaseContext | 'nearest';

type Texts = Record<ReasonCode, string>;

/** What each says to people; `{…}` stands for the values that go with it. */
export const REASON_TEXTS: Readonly<Record<Locale, Texts>> = {
  en: {
    waiting: 'Both have waited long for the client',
    blockers: 'Both have open blockers',
    blockers_age: 'Both have blockers that stay open',
    stage: 'Both have a stage past its due date',
    answers: 'Clients of both wait long for answers',
    burn: 'Both have spent much of the budget',
    margin: 'Both have a thin margin',
    mood: 'Clients of both are in a low mood',
    negative: 'Clients of both write many negative messages',
    scope: 'Clients of both ask for more than was agreed',
    activity: 'Activity fell in both',
    busy: 'Both are busier than they usually are',
    waiting_change_up: 'The wait for the client grew in both',
    waiting_change_down: 'The wait for the client shrank in both',
    scope_change_up: 'Requests beyond the scope grew in number in both',
    scope_change_down: 'Requests beyond the scope became fewer in both',
    calm: 'Nothing is raised in either',
    event_patterns: 'Event patterns in common: {shared} of {either}',
    budget_band: 'Similar budget ({value})',
    project_type: 'Same type of project ({value})',
    deal_stage: 'Same deal stage ({value})',
    nearest: 'Nothing they share stands out; their numbers are {distance} apart',
  },
  ru: {
    waiting: 'Оба проекта долго ждут ответа клиента',
    blockers: 'В обоих есть открытые блокеры',
    blockers_age: 'В обоих долго не снимаются блокеры',
    stage: 'В обоих просрочен этап',
    answers: 'Клиенты обоих долго ждут ответа',
    burn: 'В обоих потрачена большая часть бюджета',
    margin: 'В обоих мала маржа',
    mood: 'Клиенты обоих недовольны',
    negative: 'Клиенты обоих пишут много негативных сообщений',
    scope: 'Клиенты обоих просят больше, чем было согласовано',
    activity: 'В обоих упала активность',
    busy: 'Оба проекта активнее, чем обычно',
    waiting_change_up: 'В обоих ожидание клиента выросло',
    waiting_change_down: 'В обоих ожидание клиента сократилось',
    scope_change_up: 'В обоих стало больше просьб сверх договорённостей',
    scope_change_down: 'В обоих стало меньше просьб сверх договорённостей',
    calm: 'Ни в одном ничего не повышено',
    event_patterns: 'Совпадают цепочки событий: {shared} из {either}',
    budget_band: 'Похожий бюджет ({value})',
    project_type: 'Одинаковый тип проекта ({value})',
    deal_stage: 'Одинаковая стадия сделки ({value})',
    nearest: 'Ничего общего не выделяется; расстояние между показателями {distance}',
  },
};

interface ContextNames {
  budget_band: Readonly<Record<BudgetBand, string>>;
  project_type: Readonly<Record<ProjectType, string>>;
  deal_stage: Readonly<Record<DealStage, string>>;
}

/** What the values of a context are called; budgets in the deals' own currency. */
export const CONTEXT_NAMES: Readonly<Record<Locale, ContextNames>> = {
  en: {
    budget_band: {
      xs: 'under 10,000',
      sm: '10,000 to 50,000',
      md: '50,000 to 100,000',
      lg: '100,000 to 200,000',
      xl: '200,000 or more',
    },
    project_type: {
      support: 'support',
      growth: 'growth',
      migration: 'migration',
      integration: 'integration',
      delivery: 'delivery',
    },
    deal_stage: {
      discovery: 'discovery',
      proposal: 'proposal',
      negotiation: 'negotiation',
      won: 'won',
      lost: 'lost',
    },
  },
  ru: {
    budget_band: {
      xs: 'до 10 000',
      sm: 'от 10 000 до 50 000',
      md: 'от 50 000 до 100 000',
      lg: 'от 100 000 до 200 000',
      xl: 'от 200 000',
    },
    project_type: {
      support: 'поддержка',
      growth: 'продвижение',
      migration: 'перенос',
      integration: 'интеграция',
      delivery: 'разработка',
    },
    deal_stage: {
      discovery: 'знакомство',
      proposal: 'предложение',
      negotiation: 'переговоры',
      won: 'выиграна',
      lost: 'проиграна',
    },
  },
};
