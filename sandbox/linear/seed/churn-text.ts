import type { Random } from '../../random.js';

const WORK = ['Fix', 'Check', 'Prepare', 'Rework', 'Поправить', 'Проверить', 'Подготовить'];
const THINGS = [
  'the opening hours on mobile',
  'the gift card page',
  'redirects of the old shop',
  'the cookie banner',
  'the image sizes of the blog',
  'форму обратной связи',
  'карточки товаров',
  'тексты для страницы контактов',
];
const NOTES = [
  'The client saw it on a phone first.',
  'Reproduced on the preview server.',
  'Texts are in the shared folder.',
  'Needs an answer from the client before it can go on.',
  'Клиент прислал правки вечером.',
  'На тестовом сервере уже видно.',
];

const unique = (random: Random): string => `(${random.int(1000, 999_999)})`;

/** @returns a title that no other call repeats exactly */
export const churnTitle = (random: Random): string => `${random.pick(WORK)} ${random.pick(THINGS)} ${unique(random)}`;

export const churnBody = (random: Random): string =>
  `${random.pick(NOTES)} ${random.pick(NOTES)}\n\n- [ ] ${random.pick(WORK)} ${random.pick(THINGS)} ${unique(random)}`;
