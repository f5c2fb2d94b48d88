import { phrases } from './phrases.js';

/** Words of politeness: they look like questions or requests, and leave it to the other side whether to answer. */
export const COURTESY = phrases(`
  if|when|whenever|should you [ever] have|need|want|wish|like|find|notice|see|think_of|come_across
  if anything|something|there_is|there_are|that_is_all|not|necessary|possible|interested
  feel free
  do not|never hesitate
  please find|note|see|accept|enjoy|do_not|be_aware|bear_with
  если [у_вас] [еще|вдруг] будут|есть|возникн*|появ*|понадоб*|что|нужно|нужна|нужны|захот*|хотите|потребу*|остал*
  при необходимости
  обращайтесь|обращайся
  не стесняйтесь|сомневайтесь
`);

/** Questions that are no more than manners. */
export const SMALL_TALK = phrases(`
  how are|is|was|were you|your|everything|things|the_weekend
  well_done|how_nice|how_lovely|how_great|why_not|who_knows|who_cares
  как [у_вас|у_тебя] дела|жизнь|настроение|выходные|отдохнули
  почему_бы_и_нет|кто_знает
`);

/** With which a team closes a talk: whether there is more to do is for the client to say. */
export const OFFER = phrases(`
  is|was there|that|it anything|something|everything|all
  anything|something else we|i|that
  help|assist you|with .. anything|else|further
  чем|чем_еще|чем_нибудь_еще [мы|я] [еще] могу|можем [вам] помочь
  могу|можем|можно [ли] [я|мы|вам] [еще] чем|что
`);

/** Says that no answer is expected. */
export const NO_ANSWER = phrases(`
  no|not need|necessary .. answer|reply|respond|react|worry
  отвечать|ответ|отвечайте не [нужно|надо|обязательно|требуется]
  не нужно|надо|обязательно .. отвечать|ответа
`);

/** What one side asks of the other without a question mark: to send, to say, to decide, to do. */
export const REQUEST = phrases(`
  please|kindly .. ask|send|share|provide|confirm|check|review|reply|answer|tell|let|choose|pick|decide|sign|upload|fill|give|forward|approve|test|try|look|take|advise|specify|clarify|write|call|come|get|respond|pay|complete|update|make|do|fix|change|add|remove|replace|correct|stop|hand|set|put|help|explain|show|move|book|cancel|refund|return|repair|prepare|start|begin|keep|include|use
  could|can|would|will you [please|also|kindly] send|share|provide|confirm|check|review|reply|answer|tell|let|choose|pick|decide|sign|upload|fill|give|forward|approve|test|try|look|take|advise|specify|clarify|write|call|come|get|respond|pay|complete|update|make|do|fix|change|add|remove|replace|correct|stop|hand|set|put|help|explain|show|move|have|be
  let us|me know
  tell us|me !apart
  send us|me
  get_back|come_back to us|me
  we|i [still|only|just|also|urgently] need|require|expect|lack your|you|the|a|an|this|that|these|two|some|it|more|from|to
  we|i [are|am] [still] waiting|awaiting
  still waiting
  нам|мне|еще|также нужен|нужна|нужно|нужны|необходим* .. логотип*|текст*|фото*|доступ*|материал*|файл*|данн*|реквизит*|решени*|подтвержден*|согласован*|ваш*
  waiting for|on your|you|an_answer|a_reply|news
  awaiting your
  looking_forward to your answer|reply|feedback|decision|comments|thoughts|response
  reminder|follow_up|following_up|chasing about|on|of|that
  any news|update|updates|word|progress|feedback|thoughts
  what_do_you_think|your_thoughts|over_to_you|as_soon_as_possible|asap|urgent|urgently
  пришлите|пришли|вышлите|отправьте|скиньте|скинь|напишите|напиши|подскажите|подскажи|сообщите|сообщи|уточните|уточни|подтвердите|подтверди|ответьте|ответь|выберите|проверьте|проверь|посмотрите|посмотри|предоставьте|согласуйте|утвердите|одобрите|расскажите|скажите|скажи|решите|заполните|подпишите|оплатите|поделитесь|перешлите|ознакомьтесь|определитесь|перезвоните|позвоните|свяжитесь|сделайте|исправьте|поправьте|добавьте|уберите|замените|поменяйте|измените|верните|почините|помогите|объясните|покажите|перенесите|отмените|подготовьте|пришлете|разберитесь|ускорьтесь|назовите
  дайте|дай знать|ответ|доступ*|отмашку|добро|список|информаци*
  жду|ждем|ожидаем|ожидаю .. ваш*|вас|ответ*|обратн*|реакци*|решени*|новост*|подтвержден*
  все_еще|до_сих_пор жду|ждем
  нужен|нужна|нужно|нужны|необходим*|требуется|требуются .. от_вас|ваш*|ваше|срочно|сделать|исправить|поправить|добавить|решить|уточнить|знать|понять|обсудить
  прошу|просим|просьба|попрошу
  как_вам|что_скажете|что_думаете|ваше_мнение|срочно|напоминаем|напоминаю
  есть [ли|какие_то|какие_нибудь] новости|обновления
`);

/** What a client wants: of a client a request, of a team its own plans. */
export const WISH = phrases(`
  we|i want|would_like|would_love|wish|demand|insist|must_have
  we|i ask|request you|that|for
  asks|asking|asked|wonder|wonders|wondering .. where|when|what|how|whether|if|why|who|about
  want|wants|need|needs|like|love to know|hear
  спрашива* [,] .. где|когда|что|как|почему|кто|сколько|каждый|про|о
  хотят|хочет|хотелось_бы знать|услышать
  интересно [,] ваше|как|когда|что|почему|сколько
  нам|мне|еще|также|срочно|очень нужен|нужна|нужно|нужны|необходим*|требуется
  хочу|хотим|хотел|хотела|хотели|хотелось .. бы|чтобы|добавить|узнать|уточнить|получить|понять|изменить|поменять|заказать|попросить|обсудить|увидеть|убрать|сделать
  ^, [а|и|здравствуйте|добрый_день] [,] можно
  можете|сможете|могли_бы|не_могли_бы
`);

/** What does not work or is not as it should be. */
export const PROBLEM = phrases(`
  is|are|was|were|went|goes|still|keeps|gone down|broken|wrong|missing|failing|crashing|unavailable|empty
  does|do|did|will|can not [even|really|yet] work|open|load|start|arrive|show|save|send|log|sign|come|respond|function|get|see|find|receive|reach|pay|order|print
  no|not longer|any_longer works|work|possible
  error|errors|bug|bugs|crash|crashes|crashed|fails|failed|failure|outage|complaint
  stopped working
  не [сейчас|снова|опять|у_нас|вообще|больше] работа*|открыва*|открыл*|груз*|загруж*|загруз*|приход*|пришл*|отправля*|отправил*|запуска*|сохраня*|отобража*|видно|видим|вижу|получается|можем_войти|могу_войти|удается|отвеча*|ответил*
  сломал*|ошибк*|баг|баги|упал|упала|упали|лежит|пропал|пропала|пропало|пропали|завис*|вылета*|глючит|жалоб*|претензи*
`);
