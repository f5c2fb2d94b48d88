import type { Random } from '../random.js';

const OPENINGS = [
  'Quick update:',
  'One more thing:',
  'Following up,',
  'For the record,',
  'Small correction:',
  'Коротко по делу:',
  'Уточняю:',
  'Ещё момент:',
];

const BODIES = [
  'the new menu page is ready for another look',
  'we would like the map above the opening hours',
  'the second invoice has reached our accountant',
  'could the banner stay up until Sunday',
  'the booking form works on my phone now',
  'please keep the old address for two more weeks',
  'согласовали тексты для главной страницы',
  'логотип пришлём в векторе до вечера',
  'просим перенести созвон на четверг',
  'оплата по счёту уйдёт завтра утром',
];

/** @returns a sentence that no other call repeats exactly: the number at its end tells edits apart */
export function churnText(random: Random): string {
  return `${random.pick(OPENINGS)} ${random.pick(BODIES)} (${random.int(1000, 999_999)})`;
}
