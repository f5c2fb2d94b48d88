import { RUSSIAN_BAR } from '../../shared/bar-words-ru.js';
import { LABELS } from '../../shared/labels.js';
import { russian } from '../../shared/plural.js';
import type { Texts } from './en.js';

export const ru: Texts = {
  title: 'KAG server: проекты',
  bar: RUSSIAN_BAR,
  labels: LABELS.ru,

  page: {
    skip: 'Сразу к проектам',
    language: 'Язык',
    theme: 'Цвета',
    themes: { system: 'Как в системе', light: 'Светлые', dark: 'Тёмные' },
    live: 'Обновлять автоматически',
    refresh: 'Обновить сейчас',
    refreshed: 'Всё обновлено.',
    notRefreshed: 'Загрузить проекты не удалось.',
    inbox: 'Входящие',
    digest: 'Сводка',
    search: 'Поиск',
    operations: 'Эксплуатация',
    routes: 'Все маршруты',
    signedOutTitle: 'Войдите, чтобы увидеть, кому вы нужны сегодня',
    signedOut: 'Форма входа вверху страницы.',
    loading: 'Загружаем проекты …',
    asOf: (time) => `По состоянию на ${time}`,
  },

  away: {
    shown: (why, time) => `${why} На странице данные на ${time}; она продолжает попытки.`,
    nothing: (why) => `${why} Страница продолжает попытки.`,
    tryAgain: 'Ещё раз',
  },

  head: {
    attention: (n, text, of) =>
      `${russian(n, '', 'Внимания требует', 'Внимания требуют', 'Внимания требуют').trim()} ${russian(n, text, 'проект', 'проекта', 'проектов')} из ${of}`,
    calm: 'Все проекты в порядке',
    open: (n, text) => russian(n, text, 'дело', 'дела', 'дел'),
    urgent: (n, text) => russian(n, text, 'срочное', 'срочных', 'срочных'),
    nothing: 'Открытых дел нет.',
  },

  filters: {
    title: 'Какие проекты и в каком порядке',
    name: 'Найти по названию',
    sort: 'Порядок',
    sorts: {
      troubled: 'Сначала проблемные',
      name: 'По названию',
      last_activity: 'По последней активности',
      project_health: 'По здоровью, сначала слабые',
      risk: 'По риску, сначала высокий',
      client_value: 'По ценности клиента',
      upsell_likelihood: 'По шансу на допродажу',
    },
    risk: 'Риск',
    anyRisk: 'Любой',
    category: 'Что делать',
    anyCategory: 'Всё',
    state: 'Проекты',
    states: { going_on: 'Текущие', ended: 'Завершённые', all: 'Все' },
    mine: 'Только мои',
    clear: 'Сбросить фильтры',
  },

  columns: {
    project: 'Проект',
    health: 'Здоровье',
    risk: 'Главный риск',
    advice: 'Что сделать сначала',
    data: 'Данные',
  },

  health: {
    bands: { low: 'хорошее', medium: 'среднее', high: 'слабое', critical: 'критическое' },
    unknown: 'неизвестно',
    week: 'неделю',
    month: 'месяц',
    fell: (points, period) => `−${points} за ${period}`,
    rose: (points, period) => `+${points} за ${period}`,
    steady: (period) => `за ${period} без изменений`,
    noChange: 'сравнить пока не с чем',
    line: (first, last) => `Здоровье за 60 дней: было ${first}, стало ${last}`,
  },

  risk: {
    since: (day) => `уже с ${day}`,
    within: (percent) => `${percent} за 14 дней`,
    usualIs: (percent) => `Для ваших проектов обычно ${percent}.`,
    assumedIs: (percent) => `Обычно ${percent}: это допущение, пока ваши проекты не показали большего.`,
    usual: 'Обычно для ваших проектов.',
    assumed: 'Как и предполагается, пока ваши проекты не показали большего.',
    also: (risks) => `Ещё: ${risks}`,
    unknown: 'Данных пока мало.',
  },

  advice: {
    due: (day) => `до ${day}`,
    today: 'сегодня',
    overdue: (day) => `срок истёк ${day}`,
    more: (count) => `и ещё ${count}`,
    nothing: 'Делать нечего.',
    urgent: 'срочно',
  },

  data: {
    read: (when) => `прочитано ${when}`,
    never: 'ещё не читались',
    failed: (connector) => `${connector}: синхронизация не удалась`,
    partial: (connector) => `${connector}: прочитано не всё`,
    stuck: (connector) => `${connector}: синхронизация зависла`,
    active: (when) => `активность ${when}`,
    ended: (day) => `завершён ${day}`,
    ends: (day) => `завершится ${day}`,
    leaving: 'Прежние данные удаляются; до конца удаления ничего не показывается.',
    nothing: 'О проекте пока ничего не известно.',
    connect: 'Подключить источники и запустить синхронизацию',
  },

  list: {
    label: 'Проекты',
    shown: (shown, total) => `Показано ${shown} из ${total}`,
    more: (count) => `Показать ещё ${count}`,
    noFit: 'Ничего не нашлось.',
    noFitText: 'Измените название или снова покажите все проекты.',
    noneGoesOn: 'Текущих проектов нет.',
    noneGoesOnText: 'Завершённые видны при выборе «Проекты: Завершённые».',
  },

  first: {
    title: 'Создайте первый проект',
    text: 'Проект — это работа для одного клиента. Четыре шага, и страница покажет, кому вы нужны.',
    begin: 'Начать с первых шагов',
    needsAdmin: 'Первый проект создаёт администратор сервера; вашей роли для этого недостаточно. Обратитесь к нему.',
  },
};
