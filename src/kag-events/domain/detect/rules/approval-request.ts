import { has, isDenied, phrases, placesOf } from '../phrases.js';
import type { Sentence } from '../sentences.js';
import { DELIVERABLE } from '../work-words.js';

const ASK = 'approve|sign_off|sign_this_off|sign_it_off|green_light';
const CONSENT = 'approval|sign_off|signoff|go_ahead|green_light|consent|final_ok|final_okay';
const LEAD =
  'please|kindly|could_you|can_you|would_you|will_you|need_you_to|want_you_to|like_you_to|ask_you_to|asking_you_to';
const GO = 'go_ahead|proceed|move_forward|go_live|launch|publish|start_development|send_it_to_print|start_printing';

/** The request in words that mean nothing else. */
const REQUEST = phrases(`
  ${LEAD} [,] .. [and|to] ${ASK}|approving|signing_off
  ${LEAD} .. give .. ${CONSENT}
  please|kindly [,] [review_and|check_and] confirm .. ${DELIVERABLE}
  can|could|would|will you [please] [review_and|check_and] confirm .. ${DELIVERABLE}
  let us|me know if|whether|once|when|that you approve
  let us|me know if|whether you are .. happy|ok|okay|fine|satisfied with .. ${DELIVERABLE}
  let us|me know if|whether we|i can|may|should ${GO}
  let us|me know if|whether .. ${DELIVERABLE} is|are approved|ok|okay|acceptable
  let us|me have your ${CONSENT}
  give|send|grant us|me your|the [final|formal|written] ${CONSENT}
  would|we_would|i_would appreciate|love|like your [final|formal|written] ${CONSENT}
  ${LEAD} [,] [also] confirm [that] you are .. happy|ok|okay|fine|satisfied
  подтвердите|подтверди [,] [пожалуйста] [,] что можно|можем|все
  for your [final|formal|review_and|written] approval|sign_off|signoff
  need|require|await|awaiting|request|requesting|waiting_for|wait_for|waiting_on|looking_for|seeking|pending your|a|an|the [final|formal|written|kind] ${CONSENT}
  subject to your approval
  ready for approval|sign_off
  send us your approval|sign_off
  approve .. by|before|until tomorrow|monday|tuesday|wednesday|thursday|friday|end
  awaiting|pending approval from you|your
  согласуйте|утвердите|одобрите|завизируйте|согласуй|утверди !врем*|встреч*|созвон*|звонок|дат*|день
  подтвердите|подтверди [,] [пожалуйста] [,] .. ${DELIVERABLE}
  прошу|просим|просьба|можете|сможете|могли_бы|нужно|надо|необходимо|осталось|попрошу|хотим_попросить [,] [вас|вам|пожалуйста] [,] [ли] [вы] .. согласовать|утвердить|одобрить|завизировать|подтвердить_макет|подтвердить_смету !врем*|встреч*|созвон*|звонок
  прошу|просим|просьба|можете|сможете .. подтвердить .. ${DELIVERABLE}
  жду|ждем|ожидаем|ожидаю|нужно|требуется|необходимо|нужен|нужна .. ваше|вашего|ваш|вашу|от_вас|твое .. согласовани*|утверждени*|одобрени*|добро|апрув*|ок|отмашк*|визу
  жду|ждем|ожидаем|ожидаю согласовани*|утверждени*|одобрени*|апрув*
  на [ваше|финальное|итоговое] согласование|утверждение|одобрение|апрув $,
  отправ*|направ*|выс*|прис*|перед*|прикладыва*|прикрепля* .. на [ваше] согласование|утверждение|одобрение|апрув
  дайте|дай [,] [пожалуйста] [,] .. добро|ок|отмашку|зеленый_свет|согласие|апрув
`);

/** The request only where the sentence asks. */
const QUESTION = phrases(`
  do you [all|both] approve
  are you .. happy|ok|okay|fine|satisfied|comfortable with .. ${DELIVERABLE}
  are you .. happy|ok|okay|fine for us to ${GO}
  is|are .. ${DELIVERABLE} approved|signed_off|ok_to_go|good_to_go
  is|are it|this|that|everything|they approved|ok_to_go|good_to_go
  can|may|shall|should we|i [now|please] ${GO}
  do we|i have your ${CONSENT}
  do you give .. ${CONSENT}
  can|could|may we|i [please] have|get your ${CONSENT}
  any objections|changes before we ${GO}
  утверждаете|согласовываете|одобряете|утверждаем|согласуете|утвердите
  готовы [ли] [вы] [уже] согласовать|утвердить|одобрить
  согласны с|со .. ${DELIVERABLE}
  устраивает|устраивают .. ${DELIVERABLE}
  ${DELIVERABLE} .. устраивает|устраивают
  все [вас] устраивает|утверждаем|согласовано
  макет*|смет*|дизайн*|вариант*|договор*|концепци*|текст*|план* [вами|уже] утвержден*|согласован*|одобрен*
  можно|можем [мы] [уже] запускать|публиковать|приступать|выкатывать|печатать|отдавать|начинать|стартовать
  запускаем|публикуем|выкатываем $
  даете|дадите .. добро|отмашку|зеленый_свет
`);

/** Words that make the sentence speak about a request instead of making one. */
const ABOUT = phrases(`
  if|once|when|after|as_soon_as|until you approve|approved|sign
  once|after|until|without|as_soon_as|when .. your ${CONSENT}
  thank*|thanks|really_appreciate|we_appreciate|i_appreciate|спасибо|благодар*
  received|got|have .. your ${CONSENT}
  после|без|получили|получено|как_только
  если|когда .. согласу*|утверд*|одобр*
  no need|не_нужно|не_надо|необязательно
  no|not need
`);

/** What is confirmed without being approved. */
const RECEIPT = phrases(`
  confirm .. received|receipt|receiving|attendance|got|payment
  подтвер* .. получ*|участ*|оплат*|присутств*
`);

/**
 * Whether a sentence of the team asks the client to approve, in words that mean nothing else. "Confirm" asks for
 * approval only of a thing that is handed over: meetings, receipts and times are confirmed, not approved.
 */
export function requestsApproval({ words, asks }: Sentence): boolean {
  if (has(RECEIPT, words)) return false;
  const places = [...placesOf(REQUEST, words), ...(asks ? placesOf(QUESTION, words) : [])];
  return places.some(
    ({ start, end }) =>
      !isDenied(words, start) &&
      !/ (?:not|не) /u.test(words.slice(start - 1, end)) &&
      !placesOf(ABOUT, words).some((about) => about.start <= start),
  );
}
