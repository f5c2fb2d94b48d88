import { dayWords } from './day-words.js';
import { counted } from '../../../common/counted.js';
import { phrased } from './phrased.js';
import { RUSSIAN_TEMPLATES } from './ru-templates.js';
import type { Texts } from './texts.js';

const workingDays = counted('ru', { one: 'рабочий день', few: 'рабочих дня', many: 'рабочих дней' });
const workingHours = counted('ru', { one: 'рабочий час', few: 'рабочих часа', many: 'рабочих часов' });
const requests = counted('ru', { one: 'запрос', few: 'запроса', many: 'запросов' });
const messages = counted('ru', { one: 'сообщение', few: 'сообщения', many: 'сообщений' });
const ofMessages = counted('ru', { one: 'сообщения', few: 'сообщений', many: 'сообщений' });
const blocked = phrased('ru', {
  one: 'заблокирована {n} задача',
  few: 'заблокированы {n} задачи',
  many: 'заблокировано {n} задач',
});
const negative = counted('ru', { one: 'негативное', few: 'негативных', many: 'негативных' });
const needs = counted('ru', { one: 'пожелание', few: 'пожелания', many: 'пожеланий' });
const day = (text: string) => dayWords('ru', text);

/** 0 is said too; null is not known. */
const known = (n: number | null): n is number => n !== null;
const some = (n: number | null): n is number => n !== null && n > 0;
const mood = (bad: number, all: number) => `${negative(bad)} из ${ofMessages(all)}`;
const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

export const RU: Texts = {
  causes: {
    client_silent: {
      title: ({ waiting_days: n }) =>
        some(n) ? `Напомнить о себе: ${workingDays(n)} без ответа` : 'Напомнить о себе: клиент не ответил',
      ahead: ({ waiting_days: n }) =>
        some(n)
          ? `Вскоре напомнить о себе: ${workingDays(n)} без ответа`
          : 'Вскоре напомнить о себе: клиент не ответил',
      fact: ({ waiting_days: n }) => (some(n) ? `Команда ждёт ответа клиента ${workingDays(n)}.` : null),
      why_now: 'Без этого ответа работа стоит. Если сообщение не читают, может помочь короткий звонок.',
      expected_impact: 'Клиент примет решение, и работа продолжится.',
    },
    question_open: {
      title: ({ asked_hours: n }) =>
        some(n) ? `Ответить клиенту: вопрос ждёт ${workingHours(n)}` : 'Ответить клиенту: вопрос ещё открыт',
      ahead: () => 'Ответить клиенту: вопрос ещё открыт',
      fact: ({ asked_hours: n }) => (some(n) ? `Клиент задал вопрос и ждёт ответа ${workingHours(n)}.` : null),
      why_now: 'Клиент ждёт команду. Даже сообщение о том, когда будет ответ, лучше молчания.',
      expected_impact: 'Клиент получил ответ или знает, когда его ждать.',
    },
    scope_requests: {
      title: ({ scope_requests: n }) =>
        some(n) ? `Оформить доработки: ${requests(n)} вне договорённостей` : 'Заново согласовать объём работ',
      ahead: ({ scope_requests: n }) =>
        some(n) ? `Следить за объёмом работ: ${requests(n)} сверх него за неделю` : 'Следить за объёмом работ',
      fact: ({ scope_requests: n, client_messages: m }) => {
        if (!some(n)) return null;
        const asked = `За неделю: ${requests(n)} вне договорённостей`;
        return some(m) ? `${asked}, всего от клиента ${messages(m)}.` : `${asked}.`;
      },
      why_now: 'Сделанное без согласования трудно выставить в счёт, и оно задерживает согласованное.',
      expected_impact: 'Дополнительная работа согласована и оплачена либо отложена.',
    },
    work_blocked: {
      title: ({ open_blockers: n }) => (some(n) ? `Эскалировать: ${blocked(n)}` : 'Эскалировать: работа заблокирована'),
      ahead: ({ open_blockers: n }) => (some(n) ? `Разобраться: ${blocked(n)}` : 'Разобраться с блокировками'),
      fact: ({ open_blockers: n, blockers_days: age }) => {
        if (!some(n)) return null;
        if (!some(age)) return sentence(blocked(n));
        return sentence(`${blocked(n)}: ${n === 1 ? '' : 'в среднем '}уже ${workingDays(age)}`);
      },
      why_now: 'Блокировка сама не снимется: каждой задаче нужны ответственный и срок.',
      expected_impact: 'У каждой блокировки есть ответственный и срок; план выполняется или вовремя перенесён.',
    },
    stage_late: {
      title: ({ late_days: n }) =>
        some(n) ? `Эскалировать: этап просрочен на ${workingDays(n)}` : 'Эскалировать: этап просрочен',
      ahead: ({ late_days: n }) =>
        some(n) ? `Проверить сроки: этап просрочен на ${workingDays(n)}` : 'Проверить сроки',
      fact: ({ late_days: n }) => (some(n) ? `Этап просрочен на ${workingDays(n)}.` : null),
      why_now: 'Клиент рассчитывает на согласованную дату. Новую легче принять, пока он сам о ней не спросил.',
      expected_impact: 'Этап закрыт или получил срок, который знают все.',
    },
    over_budget: {
      title: ({ burn_percent: n }) =>
        known(n) && n > 100 ? `Проверить финансы: израсходовано ${n} % бюджета сделки` : 'Проверить бюджет сделки',
      ahead: ({ burn_percent: n }) =>
        some(n) ? `Взглянуть на бюджет: израсходовано ${n} % плана сделки` : 'Взглянуть на бюджет сделки',
      fact: ({ burn_percent: n }) => (some(n) ? `Расходы составляют ${n} % планового бюджета сделки.` : null),
      why_now: 'Пока работа идёт, расходы ещё можно сократить, согласовать или выставить в счёт; потом уже нельзя.',
      expected_impact: 'Расходы возвращены в план, или бюджет согласован заново.',
    },
    cost_without_plan: {
      title: () => 'Запланировать расходы: деньги тратятся без бюджета',
      ahead: () => 'Запланировать расходы: деньги тратятся без бюджета',
      fact: () => 'Расходы есть, а планового бюджета нет ни у одной сделки.',
      why_now: 'Без плана не видно, велики ли расходы.',
      expected_impact: 'У сделки есть бюджет, и расходы можно с ним сравнить.',
    },
    thin_margin: {
      title: ({ margin_percent: n }) => {
        if (!known(n)) return 'Проверить маржу сделки';
        if (n > 0) return `Проверить маржу: от сделки остаётся ${n} %`;
        return n === 0 ? 'Проверить маржу: сделка ничего не приносит' : 'Проверить маржу: сделка убыточна';
      },
      ahead: ({ margin_percent: n }) =>
        some(n) ? `Взглянуть на маржу: от сделки остаётся ${n} %` : 'Взглянуть на маржу сделки',
      fact: ({ margin_percent: n }) => {
        if (!known(n)) return null;
        if (n < 0) return `Расходы на ${-n} % выше того, что приносит сделка.`;
        return n === 0
          ? 'Расходы сравнялись с тем, что приносит сделка.'
          : `После расходов остаётся ${n} % того, что приносит сделка.`;
      },
      why_now: 'Каждый следующий час уменьшает маржу; цену и трудоёмкость ещё можно изменить.',
      expected_impact: 'Сделка приносит что должна, или команда знает, почему это не так.',
    },
    client_unhappy: {
      title: ({ negative_messages: n, mood_messages: all }) =>
        some(n) && some(all) ? `Поговорить с клиентом: ${mood(n, all)}` : 'Поговорить с клиентом: он недоволен',
      ahead: ({ negative_messages: n, mood_messages: all }) =>
        some(n) && some(all)
          ? `Спросить клиента, всё ли в порядке: ${mood(n, all)}`
          : 'Спросить клиента, всё ли в порядке',
      fact: ({ negative_messages: n, mood_messages: all }) =>
        some(n) && some(all) ? `За три недели: ${mood(n, all)} клиента.` : null,
      why_now: 'Жалоба, которую выслушали лично, весит меньше той, на которую лишь ответили.',
      expected_impact: 'Клиент говорит, что не так, и видит, что этим занялись.',
    },
    needs_voiced: {
      title: ({ needs: n }) =>
        some(n) ? `Сделать предложение: у клиента ${needs(n)}` : 'Сделать предложение по пожеланиям клиента',
      ahead: () => 'Сделать предложение по пожеланиям клиента',
      fact: ({ needs: n, upsell }) => {
        if (!some(n)) return null;
        const voiced = `За две недели клиент высказал ${needs(n)}`;
        return some(upsell) ? `${voiced}; оценка допродажи — ${upsell} из 100.` : `${voiced}.`;
      },
      why_now: 'На высказанное пожелание лучше отвечать, пока оно свежо.',
      expected_impact: 'Новая работа с клиентом, который доверяет команде.',
    },
    deal_lost: {
      title: ({ lost_deal: deal }) =>
        deal?.name ? `Вернуть клиента: сделка «${deal.name}» потеряна` : 'Вернуть клиента: сделка потеряна',
      ahead: () => 'Вернуть клиента: сделка потеряна',
      fact: ({ lost_deal: deal }) =>
        deal && `${day(deal.on)} сделка ${deal.name ? `«${deal.name}» ` : ''}перешла в стадию «${deal.stage}».`,
      why_now: 'Сначала спросите о причинах, а потом предложите то, что их устранит: рекламой клиента не вернуть.',
      expected_impact: 'Клиент возвращается, или команда знает, из-за чего потеряла сделку.',
    },
  },
  there_since: {
    delivery_risk: (since) => `Со сроками неблагополучно с ${day(since)}.`,
    finance_risk: (since) => `С деньгами неблагополучно с ${day(since)}.`,
    client_risk: (since) => `С клиентом неблагополучно с ${day(since)}.`,
    scope_risk: (since) => `Объём работ вышел из-под контроля ${day(since)}.`,
  },
  chance: {
    delivery_risk: (p, usual) => `Вероятность срыва сроков за две недели — ${p} %, обычно — ${usual} %.`,
    finance_risk: (p, usual) => `Вероятность осложнений с деньгами за две недели — ${p} %, обычно — ${usual} %.`,
    client_risk: (p, usual) => `Вероятность осложнений с клиентом за две недели — ${p} %, обычно — ${usual} %.`,
    scope_risk: (p, usual) =>
      `Вероятность, что объём работ выйдет из-под контроля за две недели, — ${p} %, обычно — ${usual} %.`,
  },
  reopened: {
    worse: 'С тех пор как это отложили, стало хуже.',
    snooze_over: 'Срок, на который это отложили, прошёл.',
  },
  templates: RUSSIAN_TEMPLATES,
};
