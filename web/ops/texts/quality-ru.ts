import { LABELS } from '../../shared/labels.js';
import type { qualityEn } from './quality-en.js';

export const qualityRu: typeof qualityEn = {
  title: 'Распознавание',
  about:
    'Сервер находит в сообщениях обещания, согласования и потребности. Здесь видно, как часто он прав: по отметкам людей в лентах событий проектов.',
  bias: 'Люди чаще отмечают ошибки. Среди всех событий верных больше, чем показано здесь.',
  event: 'Событие',
  heard: LABELS.ru.heard,
  judged: 'Отмечено',
  right: 'Верно',
  precision: 'Доля',
  precisionOf: (share, low, high) => `${share} (от ${low} до ${high})`,
  tooFew: (enough) => `от ${enough} отметок`,
  languages: { en: 'на английском', ru: 'на русском', unknown: 'на других языках' },
  none: 'Пока не отмечено ни одного события. Отметьте в ленте проекта, верно ли распознано событие.',
  toTimeline: 'К ленте проекта',
};
