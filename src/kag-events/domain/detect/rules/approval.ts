import { clauseBefore, clauseBehind, has, isDenied, phrases, placesOf } from '../phrases.js';
import type { Sentence } from '../sentences.js';
import { DELIVERABLE } from '../work-words.js';

const CONSENT = 'approval|sign_off|signoff|go_ahead|green_light|blessing|consent';
const YES =
  'yes|yep|yeah|ok|okay|sure|great|perfect|please|then|so|and|just|good|agreed|confirmed|fine|happy_to|good_to|now';
const GO =
  `go_ahead|proceed|move_forward|move_ahead|ship_it|launch_it|publish_it|go_live|start_development|start_work|start_the_work
  |start_printing|send_it_to_print|send_to_print|launch_the_site|launch_the_website|launch_the_campaign`.replace(
    /\s+/g,
    '',
  );
const DA =
  'да|ок|окей|хорошо|отлично|супер|прекрасно|согласен|согласна|согласны|все_ок|все_хорошо|все_отлично|все_верно|все_супер|класс|давайте|тогда|можете|смело|пожалуйста|и|спасибо';

/** Consent, said in so many words. */
const EXPLICIT = phrases(`
  approved !design|version|budget|list|vendor|supplier|by_apple|by_google|by_the_app|by_facebook|by_meta|by_the_bank
  i|we [hereby|fully|officially|formally|happily|all|do|gladly|can|both] approve
  happy|glad|pleased to approve
  i|we [hereby|fully|officially|formally|can] sign off
  signed off
  you have|got [my|our|the|a] [full|final|formal|official] ${CONSENT}
  give|giving|gives you|our|my|the|a [my|our|the] [full|final|formal] ${CONSENT}
  green_light|go_ahead|approval from|on me|us|our|my
  i|we [hereby|fully|formally] accept .. ${DELIVERABLE}
  i|we [hereby|fully|formally] confirm the|this|your .. ${DELIVERABLE}
  proposal|quote|estimate|offer|quotation|contract [is] accepted
  lgtm
  утверждаю|утверждаем|одобряю|одобряем|акцептую|акцептуем|апрувлю|апрувим !что|,_что
  утвержден|утверждена|утверждено|утверждены|утвердил|утвердила|утвердили !ли|врем*|встреч*|созвон*
  одобрен|одобрена|одобрено|одобрены|одобрил|одобрила|одобрили !ли
  согласован|согласована|согласовано|согласованы|согласовал|согласовала|согласовали !ли|врем*|встреч*|созвон*
  подтверждаю|подтверждаем !получ*|участи*|встреч*|врем*|что|,_что .. ${DELIVERABLE}
  принимаю|принимаем !участи*|решени* .. ${DELIVERABLE}|работу|работы
  работа|работы|смета|макет|дизайн принята|приняты|принят
  даю|даем|дали|дал|дала [вам] [свое|наше] добро|зеленый_свет|отмашку|согласие|апрув
  согласен|согласна|согласны с|со|на !вами|тобой|ним|ними|тем .. ${DELIVERABLE}
  апрув $,
`);

/** An order to go on, which begins its clause. */
const ORDER = phrases(`
  ^, [${YES}] [,] [${YES}] [you_can|you_may|you_could|feel_free_to|let_us|we_can|we_are_happy_to|i_am_happy_to|you_are_free_to|happy_for_you_to|i_am_happy_for_you_to|we_are_happy_for_you_to] [now|please] ${GO} !with_caution|without|and_schedule|and_call|and_meet|and_discuss|and_send_me|with_a_call|to_checkout
  ^, [${YES}] [,] you can|may [now|already] start|begin [the_work|working|development] $,
  ^, [everything|it|all|this|that|we|you|the_design|the_draft] [is|are] [all] good to go
  ^, [${DA}] [,] [${DA}] запускайте|запускай|публикуйте|выкатывайте|приступайте|стартуйте|внедряйте|релизьте|запускаем|публикуем|поехали
  ^, [${DA}] [,] [${DA}] отправляйте|отдавайте в печать|печать|работу|прод|продакшн
  ^, [${DA}] [,] [${DA}] берите|берем [это] в работу
  ^ да|ок|окей|хорошо|отлично|супер|согласен|согласна|согласны|все_ок|все_хорошо|все_верно [,] [спасибо] [,] начинайте|делайте|печатайте|размещайте|выкладывайте|вперед !что|как|,
  ^, [${DA}] [,] [${DA}] можно|можете [уже|смело] запускать|публиковать|выкатывать|приступать|печатать|начинать|стартовать|внедрять|брать_в_работу|отдавать_в_печать|отправлять_в_печать|делать $,
`);

/** Contentment, which is consent where nothing else is asked for. */
const SOFT = phrases(`
  ^, [yes|ok|okay|great|perfect|thanks|thank_you|hi|hello|and|i_think] [,] [it|this|that|all|everything|the] [all|new|final|updated] [${DELIVERABLE}] looks|look [really|very|all|absolutely|so|pretty] good|great|perfect|fine|excellent|fantastic|amazing|wonderful [now] [to_me|to_us|from_our_side|from_my_side|on_our_end|from_our_end] [thanks|thank_you] [all|everyone|team|guys|so_much] $,
  ^, [we|i] [have|there_are] no [further|more|other|additional] changes|comments|edits|corrections|remarks|objections [from|on|to] .. $,
  ^, [нас|меня|мне|нам|да|в_целом] [,] все [нас|меня|полностью] устраивает $,
  ^, [нас|меня] [макет*|дизайн*|вариант*|смета|текст*|концепция] [полностью|вполне] устраивает $,
  ^, [правок|замечаний|возражений] [больше|у_нас|с_нашей_стороны] нет $,
  ^, [больше|у_нас] нет правок|замечаний|возражений $,
  ^, правок|замечаний|возражений [больше|у_нас|с_нашей_стороны] нет $,
  ^ без правок|замечаний $,
`);

/** A wish for changes anywhere in the message takes the ground from contentment. */
const RESERVATION = phrases(`
  but|however|except|although|though|apart_from|other_than|only|yet|before|wait|hold|could|can|change|fix|instead|would|need|needs|just_one|one_more|missing|replace|remove
  но|однако|кроме|хотя|только|поправ*|исправ*|замен*|убер*|измен*|можно|можете|подожд*|вместо|нужно|надо|добав*|единственн*|переделай*
`);

/** Before consent in its sentence: it depends on something, lies ahead, or is reported. */
const NOT_YET = phrases(`
  if|once|when|whenever|until|till|unless|before|after|as_soon_as|provided|assuming|whether|in_case|in_order_to|subject_to
  will|would|should|must|may|might|can_we|could|need|needs|needed|going_to|want|wants|waiting|wait|awaiting|trying|hoping|hope|have_to|has_to|expect
  who|why|what|how|where
  cannot|can_not|do_not|does_not|did_not|have_not|has_not|is_not|are_not
  если|когда|как_только|чтобы|прежде|пока|после|прежде_чем|при_условии|кто|почему|зачем|сначала|осталось
  надо|нужно|должн*|будет|будут|быть|ждем|жду|жда*|хотим|хочу|планир*|может|возможно
  в_прошлом|на_прошлой|в_прошлый|раньше|ранее|прошл*
`);
const UNTIL = phrases(`
  ^ [only|but_only|but|in_principle] if|once|after|unless|provided|subject_to|when_you_have|when_it_is|as_soon_as|pending|on_condition|with_the_condition|last|in_20*|back_in|previously
  ^ .. if|once|unless|provided|subject_to|as_soon_as
  ^ [но] [только] если|когда|после|при_условии|как_только|в_прошлом|на_прошлой|не_будет|не_будем
  ^ .. если|при_условии|как_только|не_будет|не_будем|не_можем
`);
/** Directly before "approved": the approved thing, not its approval; or another's. */
const OTHER =
  / (?:the|an|any|every|your|its|previously|pre|be|being|get|gets|getting|got|was|were|you|you have|last|with|as|not|вы|ты|вами|быть|ранее) $/u;
const OWN_BOSS =
  /^ (?:\S+ ){0,2}by (?:our|my|the (?:board|client|management|director|ceo|team|legal)|legal|management|everyone|me|us) /u;
/** A question behind consent is another matter when it is more than "right?". */
const TAG_WORDS = 2;

/** Whether a sentence is contented, which is consent where the message wishes for no change. */
export const isContent = ({ words }: Sentence): boolean => has(SOFT, words);

/** Whether a sentence asks or wishes for something, and takes the ground from contentment. */
export const reserves = ({ words, asks }: Sentence): boolean => asks || has(RESERVATION, words);

/** Whether a sentence approves in so many words, or orders to go on. */
export function approves(sentence: Sentence): boolean {
  const words = sentence.asks ? beforeQuestion(sentence.words) : sentence.words;
  const explicit = placesOf(EXPLICIT, words).some(
    ({ start, end }) => stands(words, start, end) && (!isOther(words, start) || OWN_BOSS.test(words.slice(end - 1))),
  );
  return explicit || placesOf(ORDER, words).some(({ start, end }) => stands(words, start, end));
}

const stands = (words: string, start: number, end: number): boolean =>
  !isDenied(words, start) && !has(NOT_YET, words.slice(0, start)) && !has(UNTIL, clauseBehind(words, end));

const isOther = (words: string, start: number): boolean => OTHER.test(clauseBefore(words, start));

/** "Approved, when do you begin?": the first clause says it, if the question behind it is a real one. */
function beforeQuestion(words: string): string {
  const comma = words.indexOf(',');
  const behind = words.slice(words.lastIndexOf(',') + 1).trim();
  return comma < 0 || behind.split(' ').length <= TAG_WORDS ? '' : words.slice(0, comma);
}
