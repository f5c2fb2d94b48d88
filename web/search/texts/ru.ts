import { RUSSIAN_BAR } from '../../shared/bar-words-ru.js';
import { russian } from '../../shared/plural.js';
import type { Texts } from './en.js';

export const ru: Texts = {
  title: 'KAG server: поиск',
  bar: RUSSIAN_BAR,

  page: {
    skip: 'Сразу к результатам',
    language: 'Язык',
    theme: 'Цвета',
    themes: { system: 'Как в системе', light: 'Светлые', dark: 'Тёмные' },
    live: 'Обновлять автоматически',
    refresh: 'Обновить сейчас',
    refreshed: 'Всё обновлено.',
    notRefreshed: 'Повторить поиск не удалось.',
    projects: 'Все проекты',
    project: 'Этот проект',
    inbox: 'Входящие',
    operations: 'Эксплуатация',
    named: (query) => `${query} · KAG server: поиск`,
    heading: 'Поиск по сообщениям, задачам и заметкам',
    signedOutTitle: 'Войдите, чтобы искать',
    signedOut: 'Форма входа вверху страницы.',
    tryAgain: 'Ещё раз',
  },

  form: {
    title: 'Поиск в проекте',
    words: 'Что найти?',
    project: 'Проект',
    choose: 'Выберите …',
    submit: 'Найти',
  },

  filters: {
    title: 'Уточнить поиск',
    kind: 'Что искать',
    any: 'Всё',
    kinds: { message: 'Сообщения', issue: 'Задачи', note: 'Заметки' },
    sender: 'Кто написал',
    anyone: 'Кто угодно',
    senders: { client: 'Клиент', team: 'Команда' },
    counted: (name, count) => `${name} (${count})`,
    from: 'С',
    to: 'По',
    mode: 'Как искать',
    modes: { hybrid: 'По смыслу и словам', vector: 'По смыслу', lexical: 'По словам' },
    conversation: 'В одной переписке',
    clear: 'Сбросить фильтры',
  },

  results: {
    label: 'Результаты',
    noProject: 'Выберите проект: поиск идёт по одному проекту.',
    begin: 'Задайте вопрос или назовите, что ищете: счёт, обещание, WEB-12.',
    searching: 'Ищем …',
    found: (n, count) => russian(n, count, 'результат', 'результата', 'результатов'),
    best: (n, count) =>
      `${russian(n, '', 'Лучший', 'Лучшие', 'Лучшие').trim()} ${russian(n, count, 'результат', 'результата', 'результатов')}`,
    more: 'Показать больше',
    degraded: 'Поиск по смыслу сейчас недоступен. Эти результаты найдены только по словам.',
    nothing: (query) => `По запросу «${query}» ничего не нашлось`,
    nothingText: 'Попробуйте другие слова или уберите часть фильтров.',
    lacks: {
      unread: 'Данные проекта ещё не прочитаны. Искать можно будет после первой синхронизации.',
      pending: 'Тексты проекта ещё готовятся к поиску по смыслу.',
      rejected: 'Подготовить тексты проекта к поиску по смыслу не удалось. Причину видит администратор.',
    },
    byWords: 'Искать по словам',
  },

  result: {
    kinds: { message: 'Сообщение', issue: 'Задача', note: 'Заметка' },
    by: { client: 'Сообщение клиента', team: 'Сообщение команды' },
    why: (reasons) => `Почему найдено: ${reasons}`,
    open: 'Открыть в источнике',
    inConversation: 'Искать в этой переписке',
  },

  why: {
    exact: 'точное совпадение',
    vector: (place) => `${place}-е место по смыслу`,
    lexical: (place) => `${place}-е место по словам`,
  },
};
