import { DATED_EN, DATED_RU, SURE_EN, SURE_RU } from './agreement-words.js';
import { clauseBefore, has, isDenied, phrases, placesOf } from '../phrases.js';
import type { Sentence } from '../sentences.js';

const ADVERBS =
  `(?:(?:also|then|both|definitely|certainly|gladly|surely|just|now|all|still|make sure to|be sure to|happily|
  be able to|do (?:my|our) best to|go ahead and|quickly|personally|of course|have someone|have (?:my|our) team|be) ){0,2}`.replace(
    /\s*\n\s*/g,
    '',
  );
const PROMISE_EN = new RegExp(
  `(?<= )(?:(?:i|we|(?:my|our) (?:team|designer|designers|developer|developers|lawyer|colleague|manager|accountant)) (?:will|shall|(?:am|are|is) going to|promise to|promise that we will|promise we will|promise i will|commit to|undertake to)|(?<=^ )will) ${ADVERBS}(?<verb>[^ ,]+) (?<rest>(?:[^ ,]+ ){0,6})`,
  'gu',
);
const PROMISE_RU = new RegExp(
  `(?<= )(?:(?<future>буду|будем) (?:[^ ,]+ ){0,2}?[^ ,]+(?:ть|ти|ться) |(?:обещаю|обещаем|обязуюсь|обязуемся|гарантируем) (?<sure>[^ ,]+(?:ть|ти)) |(?<able>смогу|сможем|готовы|готов|готова|успею|успеем) (?:[^ ,]+ ){0,2}?[^ ,]+(?:ть|ти) |(?<verb>[^ ,]+[юумс][ья]?) )`,
  'gu',
);
/** One of these stands in every match of PROMISE_EN, which is dear to look for. */
const PROMISING_EN = phrases('will|shall|going|promise|commit|undertake');
/** What will be done, by any person: a promise where it says by when. */
const PASSIVE = phrases(`
  will be [all] ready|done|finished|completed|delivered|sent|live|launched|published|fixed|with_you|in_your_inbox|uploaded|deployed|updated
  will have .. ready|done|finished|completed
  you will have|get|receive it|them|the|a|an|your|our
  буд*|станет .. готов*|сделан*|отправлен*|у_вас|выполнен*|исправлен*|опубликован*|закончен*|завершен*|запущен*|доставлен*
  готов*|сделан*|отправлен*|выполнен*|исправлен* будет|будут
  вы получите
`);

const CONDITION = phrases(`
  if|unless|once|as_soon_as|provided|assuming|in_case|whenever|depending|subject_to|until_you|whether
  when|after you|your|the_client|it|we|they|i
  если|как_только|когда|при_условии|в_случае|после_того|при_наличии
  после [вашей|вашего|получения] оплаты|согласования|подтверждения|утверждения|предоплаты|одобрения|ответа
`);
/** "We will check if it works": the question is what is promised an answer. */
const FIND_OUT = / (?:check|see|find out|verify|ask|confirm|test|clarify|investigate) (?:if|whether)(?= )/gu;
/** "Get back to you", "have it ready", "go live": what was got, and for whom. */
const BROUGHT =
  / (?:back|ready|done|finished|completed|sorted|live|over to you|to you|for you|with you|started|a look) /u;
/** A guest's or traveller's own plan, which is not a promise. */
const OWN_PLAN =
  /^(?:check(?:ing)? (?:in|out)|start(?:ing)? (?:my|our) (?:trip|journey|holiday)|pay (?:it|you|them|him|her) a visit) /u;
/** "I'll book it for Friday. Is that okay?" proposes. */
const PROPOSED =
  /^ (?:[^ ,]+ |, ){0,3}(?:is|are|does|would|sound|sounds) (?:that|this|it|everything|these) (?:[^ ,]+ )?(?:ok|okay|correct|right|fine|alright|good|work|suit) /u;
/** Whether a sentence asks if a proposal suits. */
export const proposes = ({ words, asks }: Sentence): boolean => asks && PROPOSED.test(words);
const DOUBT = phrases(`
  maybe|perhaps|possibly|hopefully|hope|might|doubt|unlikely|not_sure|do_not_think|if_only|would|said|promised|told|thought
  возможно|может|наверное|наверно|вероятно|надеюсь|надеемся|постара*|попроб*|попытаюсь|попытаемся|сомнева*|вряд_ли|скорее_всего|обещали
  давай|давайте|вы|ты|может_быть|как|что_если|предлагаю|чтобы|кто|а_что|сказали|скажите
`);

/** Whether a sentence is neither a question nor bound to a condition. */
export const mayPromise = ({ words, asks }: Sentence): boolean =>
  !asks &&
  !has(
    CONDITION,
    words.replace(FIND_OUT, (found) => found.replace(/(?:if|whether)$/, 'that')),
  );

/** Whether the words promise a deed: some are a promise only where a day is named. */
export function promises(words: string, dated: boolean): boolean {
  const english =
    has(PROMISING_EN, words) &&
    [...words.matchAll(PROMISE_EN)].some(({ index, groups }) => stands(words, index) && isDeed(groups ?? {}, dated));
  if (english) return true;
  const russian =
    /[а-я]/.test(words) &&
    [...words.matchAll(PROMISE_RU)].some(
      ({ index, groups }) => stands(words, index) && isRussianDeed(groups ?? {}, dated),
    );
  if (russian) return true;
  return dated && placesOf(PASSIVE, words).some(({ start }) => stands(words, start));
}

const stands = (words: string, start: number): boolean =>
  !isDenied(words, start) &&
  !has(DOUBT, words.slice(0, start)) &&
  !/ (?:to|не|that|which|котор[^ ,]*|price) $/u.test(clauseBefore(words, start));

function isDeed({ verb: said = '', rest = '' }: Readonly<Record<string, string | undefined>>, dated: boolean): boolean {
  if (OWN_PLAN.test(`${said} ${rest}`)) return false;
  if (said === 'get' || said === 'have' || said === 'go') return dated && BROUGHT.test(` ${rest}`);
  const verbs = said.endsWith('ing') && said.length > 5 ? baseOf(said) : [said];
  return verbs.some((verb) => SURE_EN.has(verb) || (dated && DATED_EN.has(verb)));
}

/** "Sending", "preparing", "submitting" → send, prepare, submit. */
function baseOf(ing: string): string[] {
  const stem = ing.slice(0, -3);
  return [stem, `${stem}e`, stem.slice(0, -1)];
}

function isRussianDeed(
  { verb, future, able, sure }: Readonly<Record<string, string | undefined>>,
  dated: boolean,
): boolean {
  if (sure !== undefined) return true;
  if (future !== undefined || able !== undefined) return dated;
  return verb !== undefined && (SURE_RU.has(verb) || (dated && DATED_RU.has(verb)));
}
