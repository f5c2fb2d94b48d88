import { counted, decimal } from '../../../common/counted.js';
import { dayOf, duration, numberOf, percent, tenth } from './figure.js';
import type { ForecastWording } from './words.js';

const MONTHS = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];
const workingDays = counted('ru', {
  one: 'рабочий день',
  few: 'рабочих дня',
  many: 'рабочих дней',
  part: 'рабочего дня',
});
const issues = counted('ru', { one: 'задача', few: 'задачи', many: 'задач' });
const requests = counted('ru', {
  one: 'запрос вне договорённостей',
  few: 'запроса вне договорённостей',
  many: 'запросов вне договорённостей',
});
const times = counted('ru', { one: 'раз', few: 'раза', many: 'раз' });
const hours = counted('ru', { one: 'рабочий час', few: 'рабочих часа', many: 'рабочих часов', part: 'рабочего часа' });
const minutesOf = counted('ru', { one: 'рабочую минуту', few: 'рабочие минуты', many: 'рабочих минут' });
const daysIn = counted('ru', { one: 'день', few: 'дня', many: 'дней' });
/** After «из»: of so many days. */
const daysOf = counted('ru', { one: 'последнего дня', many: 'последних дней' });
const rules = new Intl.PluralRules('ru');

const date = (day: string): string => `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''}`;
const time = (minutes: number): string => {
  const amount = duration(minutes);
  return 'hours' in amount ? hours(amount.hours) : minutesOf(amount.minutes);
};
const usually = (usual: number, own: boolean): string =>
  own ? `для ваших проектов обычно ${usual} %` : `${usual} % — допущение, пока ваши проекты не показали большего`;

/** «Заблокирована 1 задача, заблокированы 2 задачи, заблокировано 5 задач». */
const blocked = (n: number): string => {
  const rule = rules.select(n);
  const verb = rule === 'one' ? 'заблокирована' : rule === 'few' ? 'заблокированы' : 'заблокировано';
  return `${verb} ${issues(n)}`;
};

export const RU: ForecastWording = {
  drivers: {
    blockers_age(figures) {
      const [n, days] = [numberOf(figures, 'blockers'), tenth(numberOf(figures, 'days'))];
      if (n === 0) return 'заблокированных задач нет';
      return days === 0 ? blocked(n) : `${blocked(n)}: ${n > 1 ? 'в среднем ' : ''}${workingDays(days)}`;
    },
    open_blockers: (figures) =>
      numberOf(figures, 'blockers') === 0 ? 'заблокированных задач нет' : blocked(numberOf(figures, 'blockers')),
    stage_overdue(figures) {
      const days = tenth(numberOf(figures, 'days'));
      return days === 0 ? 'просроченных этапов нет' : `этап просрочен на ${workingDays(days)}`;
    },
    slowness: (figures) =>
      `команда отвечает за ${time(numberOf(figures, 'minutes'))} (медиана), а раньше — за ${time(numberOf(figures, 'usual'))}`,
    slow_answers: (figures) => `команда отвечает за ${time(numberOf(figures, 'minutes'))} (медиана)`,
    days_overdue: (figures) =>
      numberOf(figures, 'stuck') === 0
        ? `за ${daysIn(numberOf(figures, 'of'))} ни разу не было просроченного этапа или задач, заблокированных два рабочих дня`
        : `в ${numberOf(figures, 'stuck')} из ${daysOf(numberOf(figures, 'of'))} этап был просрочен или задачи были заблокированы два рабочих дня`,
    own_onsets(figures) {
      const [n, last] = [numberOf(figures, 'onsets'), dayOf(figures, 'last')];
      return n === 0 || last === null
        ? 'ещё три недели назад такого в проекте не было'
        : `в проекте такое уже бывало: ${times(n)} по ${date(last)}`;
    },
    burn: (figures) => `израсходовано ${percent(numberOf(figures, 'burn'))} % бюджета худшей сделки`,
    burn_projected(figures) {
      const day = dayOf(figures, 'reached_on');
      if (numberOf(figures, 'burn') >= 1) return 'бюджет уже израсходован';
      return day === null
        ? 'при таком темпе бюджета хватит дольше чем на 300 дней'
        : `при таком темпе бюджет закончится ${date(day)}`;
    },
    margin(figures) {
      const left = percent(numberOf(figures, 'margin'));
      return left < 0
        ? `расходы на ${-left} % больше стоимости сделки`
        : `за вычетом расходов от стоимости сделки остаётся ${left} %`;
    },
    margin_projected(figures) {
      const day = dayOf(figures, 'gone_on');
      if (numberOf(figures, 'margin') <= 0) return 'расходы уже достигли стоимости сделки';
      return day === null
        ? 'при таком темпе расходы не достигнут стоимости сделки за 300 дней'
        : `при таком темпе расходы достигнут стоимости сделки ${date(day)}`;
    },
    waiting(figures) {
      const days = tenth(numberOf(figures, 'days'));
      return days === 0 ? 'ответа от клиента не ждут' : `клиент не отвечает ${workingDays(days)}`;
    },
    mean_waiting: (figures) =>
      `за ${daysIn(numberOf(figures, 'of'))} ответа клиента ждали в среднем ${workingDays(tenth(numberOf(figures, 'days')))}`,
    negative_share: (figures) =>
      `${percent(numberOf(figures, 'share'))} % написанного клиентом за 21 день — с недовольством, все его люди учтены поровну`,
    low_mood: (figures) =>
      `настроение клиента за 21 день — ${decimal('ru', tenth(numberOf(figures, 'level')))} по шкале от −1 до 1`,
    activity_drop(figures) {
      const drop = percent(numberOf(figures, 'drop'));
      return drop === 0 ? 'неделя была не тише обычного' : `неделя была на ${drop} % тише обычного`;
    },
    requests_7d: (figures) => asked(numberOf(figures, 'requests'), 7),
    requests_28d: (figures) => asked(numberOf(figures, 'requests'), numberOf(figures, 'days')),
    days_above_warn: (figures) =>
      numberOf(figures, 'above') === 0
        ? `за ${daysIn(numberOf(figures, 'of'))} ни разу не было двух запросов вне договорённостей за неделю`
        : `в ${numberOf(figures, 'above')} из ${daysOf(numberOf(figures, 'of'))} за неделю было два запроса вне договорённостей или больше`,
  },
  usual: (p, usual, own) => `${p} % за 14 дней, не больше обычного: ${usually(usual, own)}.`,
  raised: (p, usual, own, drivers) => `${p} % за 14 дней: ${[usually(usual, own), ...drivers].join('; ')}.`,
  already: (since) => `Это уже происходит с ${date(since)}.`,
  unknown: (days) => `Пока сказать нечего: для этого нужны ${daysIn(days)} проекта и то, в чём этот риск проявляется.`,
  part: (points, words) => `${points > 0 ? '+' : '−'}${Math.abs(points)} ${words}`,
};

function asked(n: number, days: number): string {
  return n === 0 ? `запросов вне договорённостей за ${daysIn(days)} не было` : `${requests(n)} за ${daysIn(days)}`;
}
