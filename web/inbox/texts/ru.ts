import { RUSSIAN_BAR } from '../../shared/bar-words-ru.js';
import { LABELS } from '../../shared/labels.js';
import { russian } from '../../shared/plural.js';
import type { Texts } from './en.js';
import { outboxRu } from './outbox-ru.js';

const recommendations = (n: number, text: string) => russian(n, text, 'рекомендация', 'рекомендации', 'рекомендаций');

/** «Выполнена 1 рекомендация», «Выполнено 5 рекомендаций». */
const happenedTo = (n: number, text: string, one: string, many: string): string =>
  `${russian(n, '', one, many, many).trim()} ${recommendations(n, text)}.`;

export const ru: Texts = {
  title: 'KAG server: входящие',
  bar: RUSSIAN_BAR,
  labels: LABELS.ru,

  page: {
    skip: 'Сразу к рекомендациям',
    language: 'Язык',
    theme: 'Цвета',
    themes: { system: 'Как в системе', light: 'Светлые', dark: 'Тёмные' },
    live: 'Обновлять автоматически',
    refresh: 'Обновить сейчас',
    refreshed: 'Всё обновлено.',
    notRefreshed: 'Загрузить рекомендации не удалось.',
    projects: 'Все проекты',
    search: 'Поиск',
    operations: 'Эксплуатация',
    routes: 'Все маршруты',
    signedOutTitle: 'Войдите, чтобы увидеть, что нужно сделать',
    signedOut: 'Форма входа вверху страницы.',
    loading: 'Загружаем рекомендации …',
    asOf: (time) => `По состоянию на ${time}`,
    keys: 'Горячие клавиши',
    viewer: 'У вас доступ только на чтение. Действовать могут операторы и администраторы.',
  },

  away: {
    shown: (why, time) => `${why} На странице данные на ${time}; она продолжает попытки.`,
    nothing: (why) => `${why} Страница продолжает попытки.`,
    tryAgain: 'Ещё раз',
  },

  head: {
    toDo: (n, text) => `К выполнению: ${russian(n, text, 'дело', 'дела', 'дел')}`,
    nothing: 'Открытых дел нет',
  },

  statuses: {
    new: 'Новые',
    acknowledged: 'В работе',
    snoozed: 'Отложено',
    done: 'Выполнено',
    dismissed: 'Отклонено',
    expired: 'Истекло',
  },
  resolutions: {
    happened: 'это случилось',
    prevented: 'удалось предотвратить',
    false_alarm: 'ложная тревога',
    not_relevant: 'неактуально',
  },

  filters: {
    title: 'Какие рекомендации и в каком порядке',
    statuses: 'Статус',
    toDo: 'К выполнению',
    find: 'Поиск',
    project: 'Проект',
    anyProject: 'Все проекты',
    category: 'Категория',
    anyCategory: 'Все',
    priority: 'Приоритет',
    anyPriority: 'Любой',
    due: 'Срок',
    anyDue: 'Любой',
    dues: { overdue: 'Просрочено', today: 'Сегодня и раньше', week: 'В ближайшие 7 дней' },
    role: 'Роль',
    anyRole: 'Любая',
    who: 'Исполнитель',
    anyone: 'Любой',
    mine: 'Я',
    unassigned: 'Не назначен',
    sort: 'Порядок',
    sorts: { urgent: 'По срочности', due: 'По сроку', newest: 'По новизне', project: 'По проекту' },
    clear: 'Сбросить фильтры',
  },

  list: {
    label: 'Рекомендации',
    selectAll: 'Выбрать все',
    shown: (shown, total) => `Показано ${shown} из ${total}`,
    more: (count) => `Показать ещё ${count}`,
    noFit: 'Ничего не нашлось',
    noFitText: 'Измените фильтры или сбросьте их.',
    empty: 'Здесь пусто',
    emptyText: 'Рекомендаций с таким статусом нет.',
    allDone: 'Всё сделано',
    allDoneText: 'Когда проекту понадобится внимание, рекомендация появится здесь.',
    noProject: 'Проектов пока нет',
    noProjectText: 'Рекомендации строятся на том, что пишут клиенты и команда проекта.',
    makeProject: 'Создать первый проект',
  },

  row: {
    select: (title, project) => `Выбрать «${title}», ${project}`,
    priorities: { 5: 'Срочное', 4: 'Важное', 3: 'Обычное' },
    due: (day) => `Срок: ${day}`,
    dueToday: 'Срок: сегодня',
    isNew: 'Новая',
    overdue: (day) => `Срок истёк ${day}`,
    unassigned: (role) => `Не назначено (${role.toLowerCase()})`,
    snoozedUntil: (day) => `Отложено до ${day}`,
    reopened: {
      worse: 'Снова открыто: стало хуже.',
      snooze_over: 'Снова открыто: время, на которое отложили, вышло.',
    },
    gone: (day) => `Причины нет с ${day}.`,
    over: (day) => `Причина исчезла ${day}.`,
  },

  stale: {
    title: 'Пока вы решали, рекомендация изменилась, поэтому ничего не сохранено.',
    by: (who, time) => `Кто изменил: ${who}, в ${time}.`,
    byYou: (time) => `Вы сами изменили её в другом окне в ${time}.`,
    now: (status, who) => `Сейчас: ${status}; ${who}. Решите заново или оставьте как есть.`,
    leave: 'Оставить как есть',
  },

  details: {
    loading: 'Загружаем подробности …',
    whyNow: 'Почему сейчас',
    note: 'Комментарий',
    evidence: 'На чём основано',
    noEvidence: 'Источники не сохранились.',
    message: 'Сообщение',
    messageHint: 'На языке проекта. Правки хранятся, пока вы не закроете страницу.',
    copy: 'Скопировать сообщение',
    copied: 'Сообщение скопировано.',
    notCopied: 'Браузер не разрешает копирование. Текст выделен: нажмите Ctrl+C.',
    restore: 'Вернуть исходный текст',
    project: 'Открыть проект',
  },

  story: {
    title: 'Что сделали люди',
    feedback: 'отмечено, полезна ли рекомендация',
    assigned: (who) => `исполнитель: ${who}`,
    unassigned: 'исполнитель снят',
    due: (day) => `срок: ${day}`,
    undone: (state) => `последнее действие отменено${state === '' ? '' : `: ${state}`}`,
  },

  outbox: outboxRu,

  evidence: {
    kinds: {
      message: 'Сообщение',
      issue: 'Задача',
      stage: 'Этап',
      deal: 'Сделка',
      activity: 'Активность',
      note: 'Заметка',
      person: 'Контакт',
      company: 'Компания',
    },
    gone: 'В источнике этого больше нет.',
    unnamed: 'Сам текст здесь не хранится.',
    source: 'Открыть в источнике',
    failed: (why) => `Тексты загрузить не удалось. ${why}`,
  },

  actions: {
    label: 'Действия',
    assign: 'Назначить',
    mine: 'Назначить мне',
    snooze: 'Отложить',
    take: 'Взять в работу',
    done: 'Выполнено',
    dismiss: 'Отклонить',
    selected: (n, text) => `${russian(n, '', 'Выбрана', 'Выбрано', 'Выбрано').trim()} ${recommendations(n, text)}`,
    clear: 'Снять выделение',
    undo: 'Отменить',
    close: 'Закрыть',
    tryAgain: 'Ещё раз',
    saving: 'Сохраняем …',
  },

  outcome: {
    one: {
      assign: (title, project, who) =>
        who === '' ? `«${title}» (${project}): исполнитель снят.` : `«${title}» (${project}): исполнитель — ${who}.`,
      mine: (title, project) => `«${title}» (${project}): исполнитель — вы.`,
      snooze: (title, project, day) => `«${title}» (${project}): отложено до ${day}.`,
      take: (title, project) => `«${title}» (${project}): взято в работу.`,
      done: (title, project) => `«${title}» (${project}): выполнено.`,
      dismiss: (title, project) => `«${title}» (${project}): отклонено.`,
      undo: (title, project) => `«${title}» (${project}): всё как было.`,
    },
    several: {
      assign: (n, text) => happenedTo(n, text, 'Назначена', 'Назначено'),
      mine: (n, text) => `Вам ${happenedTo(n, text, 'назначена', 'назначено')}`,
      snooze: (n, text) => happenedTo(n, text, 'Отложена', 'Отложено'),
      take: (n, text) => `В работу ${happenedTo(n, text, 'взята', 'взято')}`,
      done: (n, text) => happenedTo(n, text, 'Выполнена', 'Выполнено'),
      dismiss: (n, text) => happenedTo(n, text, 'Отклонена', 'Отклонено'),
      undo: (n, text) => happenedTo(n, text, 'Возвращена', 'Возвращено'),
    },
    stale: (n, text) =>
      `${happenedTo(n, text, 'Не сохранена', 'Не сохранено')} Пока вы решали, кто-то внёс изменения: см. список.`,
    refused: (n, text) => happenedTo(n, text, 'Не сохранена', 'Не сохранено'),
    failed: (why) => `Ничего не сохранено. ${why}`,
  },

  dialogs: {
    cancel: 'Отмена',
    for: (n, text) => `Для ${russian(n, text, 'рекомендации', 'рекомендаций', 'рекомендаций')}.`,
    assign: 'Кто и к какому сроку?',
    assignee: 'Имя или логин',
    assigneeHint: 'Оставьте пустым, чтобы снять исполнителя.',
    due: 'Срок',
    dueHint: 'Оставьте пустым, чтобы не менять срок.',
    assignYes: 'Сохранить',
    snooze: 'До какого дня отложить?',
    tomorrow: (day) => `Завтра, ${day}`,
    threeDays: (day) => `Через три дня, ${day}`,
    monday: (day) => `Понедельник, ${day}`,
    until: 'Другой день',
    snoozeYes: 'Отложить',
    done: 'Выполнено. Что стало с риском?',
    doneYes: 'Отметить выполненным',
    dismiss: 'Почему отклоняете?',
    dismissYes: 'Отклонить',
    resolutions: {
      none: 'Не указывать',
      prevented: 'Удалось предотвратить',
      happened: 'Это случилось',
      not_relevant: 'Неактуально: не напоминать, пока не станет заметно хуже',
      false_alarm: 'Ложная тревога: реже предлагать такое в этом проекте',
    },
    note: 'Комментарий (необязательно)',
  },

  keys: {
    title: 'Горячие клавиши',
    on: 'Включить клавиши из одной буквы',
    close: 'Закрыть',
    commands: {
      next: 'Следующая рекомендация (в списке также ↓)',
      previous: 'Предыдущая рекомендация (в списке также ↑)',
      open: 'Показать или скрыть подробности',
      select: 'Выбрать',
      assign: 'Назначить, изменить срок',
      mine: 'Назначить мне',
      snooze: 'Отложить',
      take: 'Взять в работу',
      done: 'Выполнено',
      dismiss: 'Отклонить',
      copy: 'Скопировать сообщение',
      undo: 'Отменить последнее действие',
      find: 'Перейти к поиску',
      help: 'Показать эти клавиши',
      leave: 'Закрыть подробности, снять выделение',
    },
  },
};
