const ENGLISH =
  'a an and are as at be been but by can could did do does for from had has have he her him his i if in into is it its ' +
  'just me my no not of on or our out she so than that the their them then there they this to too up us was we were ' +
  'what when where which who will with would you your';
const RUSSIAN =
  'а без бы был была были было быть в вам вас во вот все всё вы да для до его ее её если есть еще ещё же за и из или им ' +
  'их к как ко когда ли мне мы на нам нас не него нее нет ни но ну о об он она они от по при с со так там то тоже ' +
  'только ты у уже что чтобы эта эти это этот я';

/** Words that hold a sentence together and say little of what it is about; English and Russian, lower case. */
export const STOP_WORDS: ReadonlySet<string> = new Set(`${ENGLISH} ${RUSSIAN}`.split(' '));
