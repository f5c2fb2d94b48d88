import { has, isDenied, phrases, placesOf } from '../phrases.js';
import type { Sentence } from '../sentences.js';
import { ADDITION, SERVICE } from '../work-words.js';

const MAKE =
  'add|include|make|create|build|design|implement|integrate|translate|develop|produce|write|prepare|extend|redesign|set_up';
const ASK = 'can|could|would|will you|we|you_guys|it|i';
const MORE =
  'another|additional|extra|one_more|two_more|three_more|a_second|a_third|a_few_more|several_more|some_more|a_couple_more|more';
const THING = `${ADDITION}|${SERVICE}`;
const NOT_AGREED =
  'brief|scope|contract|estimate|spec|specification|sow|statement_of_work|agreement|proposal|original_plan|original_brief|original_scope|plan|requirements|quote';
const NOT_AGREED_RU = 'тз|техзадани*|задани*|бриф*|смет*|договор*|план*|контракт*|объем*|соглашени*|требовани*|кп';
const DELAT =
  'добавить|сделать|включить|внедрить|реализовать|разработать|нарисовать|прикрутить|встроить|подключить|перевести|предусмотреть|доработать|расширить|получить|иметь|заказать|вставить|запилить';
const SDELAYTE =
  'добавим|сделаем|включим|внедрим|реализуем|нарисуем|прикрутим|встроим|подключим|добавьте|сделайте|включите|нарисуйте|внедрите|реализуйте|подключите|прикрутите|встройте|предусмотрите|заложите|предусмотрим|разработайте|разработаем';
const STILL = 'еще|также|тоже|дополнительно|заодно|вдобавок';

const CHANGE = phrases(`
  can|could|would|will you|we|you_guys [please|maybe|possibly] also [please|maybe] ${MAKE} !sure|it_work|a_call|time|access|an_appointment|a_reservation
  can|could|would|will you|we|you_guys [please|maybe|possibly] also [please|maybe] do .. ${THING}
  ${ASK} [please|maybe|possibly|also|just] add|include|build|create|make|design|implement|do [in|us|me|for_us] a|an|some|a_new|support_for|${MORE} .. ${THING}
  can|could|would|will we|you|i get|have [also] ${MORE} .. ${THING}
  ${ASK} [please|maybe|possibly|also|just] add|include !the|this|that|your|it|these .. ${THING}
  ${ASK} [please|maybe|possibly] ${MAKE} !the|this|that .. ${THING} too|as_well
  can|could we|i [also|please] have|get [also] a|an|some [new|separate] .. ${THING} !link|update
  is|would it [be] possible to [also|maybe] add|include|build|extend|integrate
  would|it_would [it] be [great|nice|good|possible|useful|helpful|cool|awesome|lovely] [if_you_could|if_we_could|for_you] to|if_you_could|if_we_could [also] add|include|have_a|have_an|build|integrate
  we|i would [really] [also] like|love [you] to [also] add|include|extend
  we|i would also [really] like|love to [have|get|build|make|create|offer|integrate|introduce] a|an|some|the_same|support|${MORE} .. ${THING}
  we|i would also [really] like|love a|an|some|${MORE} .. ${THING}
  we|i also|now want|need|require|would_like [you_to|to_have|to_add|to_include|to_build] a|an|some|support_for|${MORE} .. ${THING}
  additionally|also|plus [,] we|i want|need|require|would_like [you_to|to_have|to_add|to_include|to_build] a|an|some|support_for|${MORE} .. ${THING}
  we|i [now|also|actually|additionally] want|wish|decided|have_decided|need|would_like [you] to [also] add|include|introduce !me|him|her|them|you|my_colleague
  one_more_thing|another_thing|one_last_thing|one_more_request|one_more_idea|additional_request [that] [,] [we|i|we_would|i_would|would|can|could|please|also|also_need] [you|we] want|need|like|love|add|include|make|build|create|require !to_thank|to_say|to_know|to_ask|to_understand|to_discuss|to_clarify|to_check|to_mention|your_help|you_to_know|to_congratulate|sure
  let us [also|please|maybe|just] add|include|build|introduce !it_to_the_agenda|this_to_the_agenda|them_to_the_call|him_to_the_call|that_to_the_agenda
  let us also make|create|do|have a|an|some|${MORE} .. ${THING}
  while you are at it
  how|what about|if adding|we_add|we_added|we_also_add|we_also_added
  not|nothing|neither [part_of|included|mentioned] in|part_of|of [the|our|your] [original|initial|agreed|signed|current] ${NOT_AGREED} [,] but|yet|though|and_yet
  not|never [in|part_of|covered_by|included_in|mentioned_in] [the|our] [original|initial|agreed|signed] ${NOT_AGREED} [,] but|yet|though
  out|outside of [the|our] [original|initial|agreed] scope [,] but|yet
  outside|beyond the|our [original|initial|agreed] ${NOT_AGREED} [,] but|yet
  on top of what|that|the|everything [we] [have] [agreed|was_agreed|is_agreed|original_scope|brief|ordered] [,] .. want|need|like|add|please
  in addition to what|the .. agreed|scope|brief|ordered|contract [,] .. want|need|like|add|please
  instead of ${'one|two|three|four|five|six|seven|eight|nine|ten|\\d*'} .. need|want|would_like
  extend|expand|increase|widen the [agreed|current|original] scope
  we|i forgot to mention|say|tell [you] [that] [,] [that] we|i [also|would_also|will_also] need|want|like
  we|i have changed our|my mind|minds [,] [and|we|i|now|so] [we|i|now] want|need|like|instead
  please [also|can_you_also] add|include|make|create|build|design a|an|${MORE} .. ${THING}
  also|additionally [,] please|we_need_you_to|can_you|could_you add|include|build|design !me|him|her|them|my_colleague
  another|additional|extra|one_more ${THING} [,] please
  ${MORE} ${THING} would|will be great|nice|needed|good|useful|required
  a|а|и|но|или [еще|также] можно|можно_ли|нельзя_ли|возможно_ли [ли] [нам|бы|будет] ${STILL} .. ${DELAT}
  а|и|но можно [нам] еще|также [и] .. ${THING}
  нам|мне бы ${STILL} [хотелось|хотели|хотел] .. ${THING}
  можем|могли_бы [ли] [мы] [еще|также|туда|сюда] [еще] добавить|включить|встроить !его|ее|их
  можно|можно_ли|нельзя_ли|возможно_ли [ли] [нам|бы|будет] .. ${STILL} .. ${DELAT} !доступ
  можно|можно_ли|нельзя_ли|возможно_ли [ли] [нам|бы|будет] добавить|включить|прикрутить|встроить !меня|в_чат|его|ее|в_копию|нас|их|доступ
  можно|можно_ли|нельзя_ли|возможно_ли [ли] [нам|бы|будет] ${DELAT} [нам] .. еще|дополнительн*
  можете|сможете|могли_бы [вы|ли|бы] [пожалуйста|нам] ${STILL} .. ${DELAT} !доступ
  можете|сможете|могли_бы [вы|ли|бы] [пожалуйста|нам] добавить|включить|встроить [нам|на_сайт|туда|сюда|к_нему|в_проект] [еще] [новый|новую|один|одну|дополнительн*] ${THING}
  давайте|давай [,] [тогда|мы|может] [${STILL}] добавим|включим|прикрутим|встроим|расширим !в_чат|в_повестку|его|меня
  давайте|давай [,] [тогда|мы|может] ${STILL} .. ${SDELAYTE}
  ${STILL} [,] [пожалуйста] [нам] ${SDELAYTE} !доступ|меня|созвон
  добавьте|включите|прикрутите|сделайте|нарисуйте [,] [пожалуйста] [,] [нам|туда|сюда|на_сайт|в_проект] ${STILL} !раз !меня|доступ|его
  добавьте|сделайте|нарисуйте|внедрите|разработайте [,] [пожалуйста] [,] [нам|на_сайт|в_проект] [новый|новую|новое|один|одну|дополнительн*] ${THING}
  добавьте|сделайте|нарисуйте|внедрите|разработайте [,] [пожалуйста] [,] [нам|на_сайт|в_проект] .. дополнительн*|еще_один|еще_одну|еще_одно|еще_пару|еще_две|еще_два|еще_три
  хотим|хочу|хотели_бы|хотел_бы|хотела_бы|хотелось_бы|решили|захотели [мы|нам|бы] [${STILL}] [чтобы_вы] добавить|включить|прикрутить|встроить|расширить !комментари*|к_вышесказанному|что|,
  хотим|хочу|хотели_бы|хотел_бы|хотела_бы|хотелось_бы|решили|захотели [мы|нам|бы] ${STILL} .. ${DELAT}
  хотим|хочу|хотели_бы|хотелось_бы|решили .. ${STILL} .. ${THING}
  ${STILL} .. хотим|хочу|хотели_бы|хотелось_бы|нужен|нужна|нужно|нужны|понадобится|потребуется|хочется .. ${THING}
  нужен|нужна|нужно|нужны|понадобится|потребуется .. ${STILL} .. ${THING}
  дополнительн*|еще_один|еще_одну|еще_одна|еще_пару|еще_две|еще_два ${THING} [нам] [,] пожалуйста|нужен|нужна|нужны|хотим|хотелось_бы|понадобится
  не|нет [было|входит|входило|входил|входила|указано|указан|прописано|оговаривали|обсуждали] [у_нас] в [исходн*|изначальн*|первоначальн*|текущ*|наше*] ${NOT_AGREED_RU} [этого] [не] [было|нет] [,] но|однако|только|а
  в [исходн*|изначальн*|первоначальн*|наше*] ${NOT_AGREED_RU} [этого] не|нет [было|входит|указано|прописано|этого] [этого] [,] но|однако
  сверх|вне|помимо|за_рамками [исходн*|изначальн*|рамок|текущ*|нашего] ${NOT_AGREED_RU}|того|согласованного|оговоренного .. [,] .. нужно|нужен|нужна|хотим|хотелось|можно|добав*|сделать|сделайте
  вместо ${'одного|одной|двух|трех|четырех|пяти|шести|семи|восьми|десяти|\\d*'} .. нужно|нужны|хотим|сделайте|сделаем|давайте
  забыли|забыл|забыла сказать|упомянуть|написать|добавить_в_тз [,] [что] [нам] [еще|также] [еще|также] нужен|нужна|нужно|нужны|хотим
  передумали [,] [и|мы|теперь] [мы] хотим|нужно|нужен|сделайте|давайте
`);

/** Words that make an addition no new work: access and people, faults of what is there, matters of talk. */
const ELSE = phrases(`
  add|include|adding me|him|her|them|us|my_colleague|our_manager|my_email|our_accountant|john to|in|on|as
  to|on|in my|the|our|your calendar|agenda|cart|chat|call|list|cc|thread|loop|meeting|invoice|wishlist|basket|playlist
  forgot|forgotten|failed|supposed to add|include
  add|добавить|добавьте|добавим that|comment|comments|note|что|комментарии|комментарий
  добавить|добавьте|добавим|включить|включите .. в чат|копию|повестку|календарь|группу|канал|встречу|переписку|контакты
  добавить|добавьте|включить|включите меня|его|ее|их|нас|коллегу|коллег|менеджера|бухгалтера
  забыли|забыл|должны_были добавить|сделать|включить
  еще раз
  дать|дайте|откройте|предоставьте|access|доступ
  sense
`);

/** Whether a sentence of the client asks for an addition, one more of something, or what was not agreed. */
export const asksForMore = ({ words }: Sentence): boolean =>
  !has(ELSE, words) && placesOf(CHANGE, words).some(({ start }) => !isDenied(words, start));
