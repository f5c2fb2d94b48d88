import { noteHead } from './note-head.js';

/** After the beginning of a word, what may follow before its end. */
const ANY = '\\p{L}*';

/**
 * What makes a text one about what a deal was to cost and what it does; each line with what it finds.
 *
 * | pattern | finds |
 * |---|---|
 * | budget | "The budget is half spent", "over-budgeted" |
 * | cost | "Costs grow week by week", "cost overrun" |
 * | overrun, overspent | "An overrun of ten days" |
 * | margin | "Nothing is left of the margin" |
 * | plan is used up | "The plan is used up", "the estimate is almost spent" |
 * | past the plan | "Hours are past the plan", "over estimate" |
 * | бюджет, смета | «Бюджет исчерпан», «по смете» |
 * | затраты, расходы | «Затраты растут», «перерасход часов» |
 * | себестоимость, маржа | «От маржи ничего не осталось» |
 * | план израсходован | «План почти израсходован» |
 * | сверх плана | «Часы идут сверх плана» |
 */
const BUDGET = new RegExp(
  `(?<!\\p{L})(?:${[
    `budget${ANY}`,
    'costs?',
    `over-?r[au]n${ANY}`,
    `over-?spen[dt]${ANY}`,
    'margins?',
    '(?:plan|estimate) (?:is |was |has been )?(?:almost |nearly |already |all )?(?:used up|exhausted|spent|exceeded)',
    '(?:over|past|beyond|above) (?:the |our )?(?:plan|estimate|quote)',
    `бюджет${ANY}`,
    'смет(?:а|ы|е|у|ой|ам|ами|ах)?',
    `сметн${ANY}`,
    `(?:пере|недо)расход${ANY}`,
    'расход(?:а|у|ом|е|ы|ов|ам|ами|ах)?',
    `затрат${ANY}`,
    `себестоимост${ANY}`,
    `марж(?:а|и|е|у|ой|ей|инальн${ANY})`,
    'план (?:уже |почти |весь )?(?:израсходован|исчерпан|превышен|выбран)',
    '(?:сверх|выше|больше) (?:плана|оценки)',
  ].join('|')})(?!\\p{L})`,
  'iu',
);

/** Whether the texts (a title, a body) are about what the work was planned to cost and costs. */
export const tellsOfBudget = (...texts: readonly (string | null)[]): boolean =>
  texts.some((text) => BUDGET.test(noteHead(text ?? '').replace(/\s+/g, ' ')));
