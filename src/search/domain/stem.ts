const RUSSIAN_ENDINGS = (
  'иями ями ами его ого ему ому ыми ими ией иях ях ах ия ья ие ье ию ью ии ов ев ей ий ый ой ая яя ое ее ые ом ем ам ям ' +
  'ую юю ою ею ать ять еть ить ала али ало ила или ило ает ают ует уют ет ит ут ют ат ят ешь ишь ете ите ть ал ил ла ло ' +
  'ли ен ена ено ены а я о е ы и у ю ь й'
)
  .split(' ')
  .sort((a, b) => b.length - a.length);

/**
 * What is left of a lower-case word without its usual endings: "restaurants", "reserved" and "счетами" meet
 * "restaurant", "reserve" and "счёт". By rule and not by dictionary, so now and then two words become one. Words of
 * other alphabets are as they were.
 */
export function stem(word: string): string {
  if (/^[a-z]+$/.test(word)) return stemEnglish(word);
  return /^[а-яё]+$/.test(word) ? stemRussian(word.replaceAll('ё', 'е')) : word;
}

function stemEnglish(word: string): string {
  if (word.length < 4) return word;
  const singular = singularOf(word);
  const ending = ['ing', 'ed'].find((one) => singular.endsWith(one) && hasVowel(singular.slice(0, -one.length)));
  const base = ending === undefined ? singular : undouble(singular.slice(0, -ending.length));
  return base.length > 3 && base.endsWith('e') ? base.slice(0, -1) : base;
}

function singularOf(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') && !/[siu]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Whether enough is left to be a word: "sing" and "need" are not endings of something. */
const hasVowel = (rest: string) => rest.length >= 3 && /[aeiouy]/.test(rest);
const undouble = (base: string) => (/([bdfgmnprt])\1$/.test(base) ? base.slice(0, -1) : base);

function stemRussian(word: string): string {
  const plain = word.length > 5 && /(ся|сь)$/.test(word) ? word.slice(0, -2) : word;
  const ending = RUSSIAN_ENDINGS.find((one) => plain.length - one.length >= 3 && plain.endsWith(one));
  return ending === undefined ? plain : plain.slice(0, -ending.length);
}
