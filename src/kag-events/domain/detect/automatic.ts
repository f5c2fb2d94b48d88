import { has, phrases, type Phrases } from './phrases.js';
import { sentencesOf } from './sentences.js';

/** Says by itself that a machine wrote it. */
const BY_MACHINE = phrases(`
  ^ [re] [,] automatic|automated|auto reply|response|answer|message $,
  ^ [re] [,] auto_reply|autoreply|auto_response|autoresponse|autoresponder|out_of_office $,
  ^ [re] [,] out_of_office from|until|till|through|to
  this is an automatic|automated|auto_generated reply|response|message|email|notification
  do not reply to this message|email|mail
  ^ автоответ|автоответчик $,
  ^ автоматический|автоматическое ответ|сообщение|письмо|уведомление $,
  ^ это автоматический|автоматическое ответ|сообщение|письмо|уведомление !не
  это письмо|сообщение отправлено|создано|сформировано автоматически
  не отвечайте на это письмо|сообщение
`);

/** Away, as absence notes say it. */
const AWAY = phrases(`
  i|we am|are [currently|now|presently|temporarily] out_of|away|offline|closed|unavailable|on [the|my|our] [office|vacation|holiday|annual_leave|leave|parental_leave|from]
  i|we will|am|are be|currently out_of_the_office|out_of_office|away|on_vacation|on_annual_leave
  [our] office|team is [currently|now] closed|offline|away
  outside|during|within [of] [our] [normal|regular|usual] business|working|office hours
  limited access to [my] email|emails|mail
  меня|нас [сейчас|временно] нет|не_будет [на_месте|в_офисе|на_работе]
  я|мы [сейчас|временно|уже] [нахожусь|находимся|буду|ушла|ушел] [в] отпуске|отпуск|командировке|отсутствую|отсутствуем
  сейчас нерабочее_время|мы_не_работаем|мы_отдыхаем|выходной
  в рабочее|ближайшее время
  ответим|отвечу|вернемся в|после рабочее|отпуска|возвращения|выходных
`);

/** Thanks for the writing itself, with which prepared messages begin. */
const PREPARED_THANKS = phrases(`
  ^ [hi|hello|hey] [there] [,] thanks|thank_you [so_much|very_much] for [your] contacting|writing|reaching|getting_in_touch|message|email|mail|inquiry|enquiry|request|interest
  we [have] received your message|request|inquiry|enquiry|email|ticket
  your message|request|inquiry|enquiry|ticket has|was been|received|registered
  ^ [здравствуйте|добрый_день] [,] [мы] [получили|приняли] [ваше|ваш|вашу] обращение|сообщение|запрос|заявку|письмо
  спасибо|благодарим [вам|вас] за [ваше|ваш|вашу] обращение|сообщение|запрос|заявку|письмо
  ваше|ваш|ваша обращение|сообщение|запрос|заявка принято|получено|зарегистрировано|принят|получен|принята|получена|зарегистрирована
`);

/** When prepared messages promise an answer: some time, and to nothing in particular. */
const SOME_TIME = phrases(`
  as_soon_as_possible|as_soon_as_we_can|shortly|soon|asap|at_our_earliest_convenience
  within one|1|2|24|48|the_next|a_few hours|hour|day|days|minutes
  we|i|someone|somebody|our_team|an_agent .. will [be|get|come|reply|respond|return|answer] [in_touch|back] [to_you] $
  will get|come|be back|in_touch [to|with] [you] $
  [мы] [вам] [скоро|вскоре] ответим|свяжемся|вернемся|ответит|свяжется [с_вами|вам|к_вам] [в|как_можно] [ближайшее|скорее|скором]
  менеджер|специалист|оператор [скоро] свяжется|ответит
`);

/**
 * Whether a machine wrote a message: a note of absence, a greeting, a receipt. Such a note says so itself, or tells of
 * absence in the words of absence notes with nothing beside it, or thanks for the writing and promises an answer at
 * some time. A colleague's "thanks, I'll send the estimate tomorrow" is none, nor is any message that asks something.
 * English and Russian.
 */
export function isAutomatic(text: string): boolean {
  const sentences = sentencesOf(text);
  if (sentences.some(({ words }) => has(BY_MACHINE, words))) return true;
  if (sentences.some(({ asks }) => asks)) return false;
  const says = (pattern: Phrases) => sentences.some(({ words }) => has(pattern, words));
  return says(PREPARED_THANKS) ? says(SOME_TIME) || says(AWAY) : isAbsence(text, says(AWAY));
}

const RETURN = phrases(`
  until|till|back|return|returning|urgent|urgently|emergency|in_my_absence|contact
  до|вернусь|вернемся|срочн*|на_время_моего|замещает|обращайтесь|ответим|отвечу
`);
const FIRST_PERSON = phrases(`
  ^ [hi|hello|dear_sender|thank_you_for_your_message|здравствуйте|добрый_день] [,] i|we|our|меня|нас|я|мы|сейчас
`);

/** A note of absence begins with it and goes on with the return, and is all that the message says. */
function isAbsence(text: string, away: boolean): boolean {
  if (!away) return false;
  const sentences = sentencesOf(text);
  return (
    sentences.length <= MAX_SENTENCES &&
    sentences.some(({ words }) => has(AWAY, words) && has(FIRST_PERSON, words)) &&
    sentences.some(({ words }) => has(RETURN, words)) &&
    !sentences.some(({ words }) => has(WORK, words))
  );
}

const MAX_SENTENCES = 6;
/** Words about the work itself: who writes them has read the message. */
const WORK = phrases(`
  i|we will|have|can send|share|fix|check|prepare|finish|approve|look|sent|started|fixed|move|do
  please|could_you|can_you send|move|change|fix|add|approve|wait
  пришлю|пришлем|сделаем|сделаю|проверю|проверим|отправлю|отправим|исправим|подготовим|перенесем|давайте
`);
