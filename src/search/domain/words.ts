const STOP_EN =
  'a about am an and any are aren as at be been before being between both but by can could d did didn do does doesn don ' +
  'during each few for from had has have he her here him his how i if in into is isn it its just ll m may me might must ' +
  'my no nor not of off on only or other our out over own re s same shall she should so some such t than that the their ' +
  'them then there these they this those through to too under until up us ve very was wasn we were what when where ' +
  'which while who whom why will with won would you your yours';
const STOP_RU =
  'а без бы был была были было быть в вам вас во вот все всё вы да для до его ее её если есть еще ещё же за и из или им ' +
  'их к как ко когда ли мне мы на нам нас не него нее нет ни но ну о об он она они от по при с со так там то тоже ' +
  'только ты у уже что чтобы эта эти это этот я';

const FREQUENT_EN =
  'able actually add after again already alright also always another anything around ask available away back bad best ' +
  'better big bit bring call case change check come confirm correct date day days different done eight else enough even ' +
  'ever every everything exact excellent expect far feel find fine first five following forward four friday get getting ' +
  'give go goes going good got great happen happy hear hello help hey hi hope idea instead interested kind know last later ' +
  'least leave let like little long look looking lot love made make many matter maybe mean monday more most much name near ' +
  'nearby need needs never new next nice nine nothing now number ok okay old once one ones open option options order part ' +
  'people perfect perhaps person place places please pleasure point possible prefer problem provide put question quite ' +
  'really right said saturday say second see seem seems send set seven several show similar since six small something ' +
  'sometimes somewhere soon sorry sound sounds start still sunday sure take talk tell ten thank thanks thing things think ' +
  'three thursday time times today together told tomorrow tonight total try tuesday two type understand use used using ' +
  'usually wait want wanted way wednesday week well went whatever work working world wrong yeah year years yes yesterday yet zero ' +
  'afternoon evening morning night';
const FREQUENT_RU =
  'большой больше буду будет будем будут будьте важно ваш ваша ваши вашего вместо вообще вопрос время всегда всего всех ' +
  'вчера год где давайте даже дайте два две делать дело день дня добрый должен другой думаю завтра здесь здравствуйте ' +
  'знаю именно иногда какая какие какое какой конечно которая которого которые который кто лучше любой люди между место ' +
  'много могу могут можем может можете можно мой моя мои надо назад найти наш наша наши несколько нибудь никто ничего ' +
  'новая нового новый нужен нужна нужно нужны один одна одно около опять ответ очень пару первый перед подскажите ' +
  'пожалуйста пока помочь помощь понял поняла понятно после потом потому почему почти правда просто прошу раз сам свой ' +
  'своя себя сегодня сейчас сделать сказал скажите сколько слишком снова совсем спасибо сразу такая также такие такой ' +
  'теперь тогда того той тому три туда тут утро хорошо хотел хотела хотели хотелось хочу хотите чего человек чем через ' +
  'этим этих этого этой этом этому ясно';

/** Words that hold a sentence together and say nothing of what it is about; English and Russian, lower case. */
export const STOP_WORDS: ReadonlySet<string> = new Set(`${STOP_EN} ${STOP_RU}`.split(' '));

/**
 * Words said about everything (wishes, courtesies, times, counts): they narrow a search less than their rarity says.
 */
export const FREQUENT_WORDS: ReadonlySet<string> = new Set(`${FREQUENT_EN} ${FREQUENT_RU}`.split(' '));

/** The words and numbers of a text, in order, lower case. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
