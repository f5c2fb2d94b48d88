import { has, isDenied, phrases, placesOf } from '../phrases.js';
import type { Sentence } from '../sentences.js';
import { SERVICE } from '../work-words.js';

const PLAN =
  'planning|thinking|considering|hoping|looking|going|preparing|about|intending|discussing|exploring|interested';
const SUPPLIER =
  `agency|agencies|contractor|contractors|developer|developers|designer|designers|freelancer|freelancers|copywriter|partner|team|vendor|
  supplier|studio|specialist|consultant|someone|somebody|marketer|photographer|translator`.replace(/\s+/g, '');
const SUPPLIER_RU =
  `подрядчик*|агентств*|исполнител*|команд*|студи*|специалист*|дизайнер*|разработчик*|фрилансер*|копирайтер*|партнер*|программист*|
  маркетолог*|фотограф*|переводчик*|сммщик*|seo_специалист*|таргетолог*`.replace(/\s+/g, '');
const A = 'a|an|some|our_own|new|a_new|own|full|help_with|support_with|ongoing|a_full|a_separate|our_first|another';

const NEED = phrases(`
  we|i are|am [also|currently|now|seriously|already] ${PLAN} [about|of|to|on|at|in|into|starting|launching|running|doing|a|for] .. ${SERVICE}
  we|i [also] plan|intend|want|hope|would_like|aim|wish to [also] [launch|start|run|do|build|create|develop|commission|order|invest|invest_in|redo|make|get|have|set_up|outsource|try|begin|introduce|move|explore|discuss] [into|with|on|to] ${A} .. ${SERVICE}
  we|i [also] plan|intend|want|hope|would_like to [also] launch|start|run|commission|order|outsource|try|invest_in|explore ${SERVICE}
  we|i [also] plan|intend|want|hope|would_like|aim|wish|are_going|are_planning to [also|completely] redesign|rebrand|rebuild|relaunch|localise|localize|outsource|automate|modernise|modernize our .. ${SERVICE}|brand|company|shop|store|identity
  and|so|then will [also|soon|probably] need|require .. ${SERVICE}
  нужна|понадобится|потребуется|требуется [ваша|будет] помощь с|по|в .. ${SERVICE}
  we|i [will|shall|would|may|might|are_going_to] [also|soon|probably|definitely|eventually|then] [also] need|require ${A} .. ${SERVICE}
  we|i will|shall|are_going_to|may|might [also|soon|probably|definitely] need|require .. ${SERVICE} [work|services|support|help|next|soon|later|too|as_well|in|for|once]
  we|i [also] need [someone|somebody|an_agency|a_team|a_partner|a_contractor|a_company|a_specialist|a_freelancer] to|who|for [can|could] [run|handle|build|manage|take_over|do|help_with|develop|design] .. ${SERVICE}
  do|can|could|would you [guys] [also] do|offer|provide|handle|cover|sell|have|build|develop|make|run|deliver [any|things_like] .. ${SERVICE} [services|packages|as_well|too]
  do you [guys] [also] work|help|deal with|on [things_like] .. ${SERVICE}
  do you [guys] [also] have|know .. experience|expertise|specialist*|people with|in|for .. ${SERVICE}
  can|could|would you [guys|also|maybe|possibly] [also|be_able_to] help|assist|support [us|me] with !the|this|that .. ${SERVICE}
  can|could|would you [guys|also] take on|over .. ${SERVICE}|project|website
  ^, [and|also|by_the_way] [,] is|are ${SERVICE} something you do|offer|provide|handle|could
  looking|searching|look|search for a|an|some|someone|another|new|reliable|the_right [good|new|reliable|experienced|external|local|freelance|senior|mobile|web|marketing|seo|design|branding|development] [${SERVICE}] [good|external|freelance] ${SUPPLIER}
  looking|searching for ${SUPPLIER} [to|who|for|that]
  looking|searching for .. help|partner|support with|for|on .. ${SERVICE}
  can|could|do|would you recommend|know|suggest a|an|any|someone|some [good|reliable] .. ${SUPPLIER} [who|for|to|that]
  how much would|will|does|do|is|are|might .. ${SERVICE} [cost|be|from_you]
  what|how_much would|will|does|do .. ${SERVICE} cost
  what|how are|is|do your rates|prices|price|pricing|fees|charge for .. ${SERVICE}
  could|can|would you [please] send|prepare|make|give|put_together [us|me] a|an [rough] quote|proposal|estimate|offer|quotation for|on .. ${SERVICE}
  i|we [am|are|would_be|might_be|may_be] [also|very|quite|really] interested in .. ${SERVICE}
  we|i have|got [also] [a|another|one_more] new|another|next|upcoming|second project|brand|product|website [coming_up|coming|for_you|in_mind|to_discuss|we|that|starting|next]
  we|i are|am [also] launching|opening|starting|rolling_out|introducing a|an|our [new|second|own] .. product|brand|line|store|shop|branch|market|office|${SERVICE} [in|next|this|soon|later|and]
  we|i have no|nobody one|in_house|who|to .. ${SERVICE}
  our [current|old|existing] website|site|app|brand|crm|branding|logo is|looks|feels [very|really|so|quite|a_bit|badly|completely] outdated|old|dated|old_fashioned
  планируем|планирую|думаем|думаю|собираемся|хотим|хотели_бы|хочу|рассматриваем|задумались|задумываемся|решили|намерены|готовимся|подумываем [мы|также|еще|сейчас|пока|в_этом_году|осенью|весной|летом|зимой|скоро] [провести|сделать|запустить|запускать|начать|заказать|обновить|открыть|заняться|над|о|об|про|к|перейти|внедрить|внедрять|создать|разработать|попробовать|подключить|нанять|делать|заказывать|на|организовать|выпустить] [свой|свое|свою|новый|новую|новое|наш|полный|небольшой|большой|собственный|собственное|вариант|варианты|внедрение|запуск|создание] [${'на|о|об'}] ${SERVICE}
  нам|мне [скоро|также|еще|потом|в_будущем|точно|видимо|наверное|возможно|дополнительно] [также|скоро|еще] понадобится|потребуется|понадобятся|потребуются|понадобилось|пригодится|пригодилось .. ${SERVICE}
  понадобится|потребуется [нам|скоро|еще|также|и] [нам|еще|и] [свой|свое|новый|новое|собственное] ${SERVICE}
  нам|мне [скоро|также|еще] [бы] нужен|нужна|нужно|нужны [бы] [еще|также|и|будет|будут|свой|свое|новый|новая|новое|отдельный|полноценный|хороший|хорошая] ${SERVICE}
  ищем|ищу|подыскиваем [мы|сейчас|также|хорошего|надежного|нового|новую|толкового|хорошую|опытного|постоянного] ${SUPPLIER_RU}
  нужен|нужна|нужны|требуется [нам|нам_скоро] ${SUPPLIER_RU} [на|для|по|,_который|,_чтобы]
  ищем|ищу .. кто|кого [бы] [мог|мог_бы|сможет|поможет|займется|возьмется]
  вы|у_вас [случайно|тоже|также|еще|сами|ребята] [также|еще] делаете|занимаетесь|оказываете|предоставляете|предлагаете|беретесь|разрабатываете|работаете|ведете|настраиваете|умеете|пишете|снимаете [также|еще|услуги] [по|за|с|над|делать] .. ${SERVICE}
  делаете|занимаетесь|оказываете|предоставляете|предлагаете|разрабатываете|беретесь|настраиваете|ведете ли|вы|еще [вы] [также|еще|услуги] [по|за] .. ${SERVICE}
  ${SERVICE} [вы|тоже|у_вас] делаете|занимаетесь|оказываете|предлагаете
  есть|есть_ли у вас|тебя [ли] [услуг*] [по|такая|опыт|специалист*|кто_то|команда] .. ${SERVICE}
  а|и ${SERVICE} у вас есть
  можете|сможете|могли_бы|сможете_ли|можете_ли [ли|бы|вы|нам|также|еще] [вы|нам] [нам] помочь|взять|взяться|заняться|поддержать [нам|на_себя|за|и|с] [с|со|и|за|по] .. ${SERVICE}
  сколько|во_сколько|почем [нам] [у_вас|бы|примерно|будет|обойдется|бы_стоило|бы_стоила] [у_вас|примерно|бы] [стоит|стоить|стоят|обойдется|стоило|стоила] [бы|у_вас|примерно|нам] .. ${SERVICE}
  какая|какие|какова у_вас|стоимость|цена|цены|расценки|будет .. ${SERVICE}
  подготовьте|пришлите|посчитайте|оцените|рассчитайте|сделайте [,] [пожалуйста] [,] [нам] кп|предложение|коммерческое_предложение|оценку|расценки|стоимость|смету [на|по|за] .. ${SERVICE}
  интересует|интересуют|заинтересованы|интересна|интересно [нас|в|также|еще|ли_вам] [также|еще|ваш*|услуг*] .. ${SERVICE}
  посоветуйте|порекомендуйте|подскажите|посоветуете|порекомендуете [,] [пожалуйста] [,] [нам|хорошего|кого_нибудь] .. ${SUPPLIER_RU}
  у нас [есть|появился|намечается|будет|скоро|планируется] [еще] [будет|есть] новый|новая|новое|следующий|второй|еще_один|скоро|ребрендинг|редизайн [новый|большой] [бренд|проект|продукт|запуск|сайт|ребрендинг|редизайн] [,|и|на|для]
  запускаем|открываем|выходим [скоро|осенью|весной|летом|зимой|мы|на] [скоро|на|новый|новую|новое|наш|второй|собственный] .. бренд*|продукт*|линейк*|рынок|магазин|филиал|направлени*|проект
  некому|никто_не_занимается|нет_человека|нет_никого|не_хватает [вести|заниматься|заняться|на|,_кто|у_нас|делать] .. ${SERVICE}
`);

/** The work that goes on: its faults, its state, its dates, access to it. */
const CURRENT = phrases(`
  is|are|was|not|does|do_not|does_not|stopped|keeps [not] [very|completely|still] down|broken|working|loading|failing|crashing|crashes|slow|ready|opening|showing|work|load|open|show
  when will|is|are|can|do
  any update|updates|news|progress|question|questions|comments|feedback
  need|want|like the|our|your .. fixed|updated|changed|by|today|tomorrow|asap|removed
  need|want access|login|password|credentials|an_update|a_reply|the_link|a_refund|an_invoice
  not|no_longer need|want|looking|interested|planning|require
  already have|hired|found|working
  log in|into
  не нужн*|планир*|интерес*|ищем|понадоб*|собира*|нужен|хотим|потребу*
  уже нашли|наняли|сделали|есть|заказали
  не работает|открывается|загружается|грузится|приходит|отображается
  упал|сломался|сломалась|лежит|завис|тормозит|ошибк*|баг|доступ*|парол*|логин*
  когда будет|будут|запус*|сдад*|пришл*|сможем|закончите|готов*
  на каком этапе
  что с
`);

/** Whether a sentence of the client shows a need of a service that an agency sells, or of a supplier of one. */
export const showsNeed = ({ words }: Sentence): boolean =>
  !has(CURRENT, words) &&
  placesOf(NEED, words).some(({ start, end }) => !isDenied(words, start) && !isDenied(words, end));
