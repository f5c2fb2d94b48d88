import { RUSSIAN_BAR } from '../../shared/bar-words-ru.js';
import { russian } from '../../shared/plural.js';
import type { Texts } from './en.js';

export const ru: Texts = {
  title: 'KAG server: сводка',
  bar: RUSSIAN_BAR,

  page: {
    skip: 'Перейти к сводке',
    language: 'Язык',
    theme: 'Цвета',
    themes: { system: 'Как в системе', light: 'Светлые', dark: 'Тёмные' },
    live: 'Обновлять автоматически',
    refresh: 'Обновить',
    refreshed: 'Все данные обновлены.',
    notRefreshed: 'Не удалось загрузить сводку.',
    projects: 'Все проекты',
    inbox: 'Входящие',
    search: 'Поиск',
    operations: 'Эксплуатация',
    named: (title) => `${title} · сводки KAG server`,
    heading: 'Сводка',
    subscriptions: 'Подписки на сводку',
    signedOutTitle: 'Войдите, чтобы увидеть, что изменилось',
    signedOut: 'Форма входа вверху страницы.',
    loading: 'Загружаем сводку …',
    tryAgain: 'Ещё раз',
  },

  days: {
    title: 'За какие дни',
    period: 'Период',
    periods: { day: 'День', week: 'Неделя' },
    upTo: 'По дату',
    before: { day: 'Предыдущий день', week: 'Предыдущая неделя' },
    after: { day: 'Следующий день', week: 'Следующая неделя' },
  },

  parts: {
    attention: 'Кому нужно внимание',
    calm: 'Ни один проект не требует внимания.',
    changes: 'Что изменилось',
    nothingChanged: 'Заметных изменений нет.',
    done: 'Что сделано',
    nothingDone: 'Рекомендации не выполняли и не отклоняли.',
    worse: 'Хуже',
    better: 'Лучше',
    health: (value) => `Здоровье ${value} из 100`,
    more: (n, count) => `Здесь не показано: ещё ${russian(n, count, 'строка', 'строки', 'строк')}.`,
  },
};
