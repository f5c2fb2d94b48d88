import type { Random } from '../../random.js';

const LINES = [
  'Batch {n} is through, {m} products without a photo.',
  'Sizes of batch {n} differ from the old shop, {m} to look at by hand.',
  'The client answered: batch {n} is fine, the {m} leftovers may wait.',
  'Stopped at batch {n}: the supplier feed was down for {m} minutes.',
  'Партия {n} загружена, вопросов по {m} товарам.',
  'Проверил партию {n}: {m} карточек без описания.',
];

/** @returns a long report on one migration, no two lines alike */
export function thread(random: Random, length: number): string[] {
  return Array.from({ length }, (_, i) =>
    random
      .pick(LINES)
      .replace('{n}', String(i + 1))
      .replace('{m}', String(random.int(2, 90))),
  );
}
