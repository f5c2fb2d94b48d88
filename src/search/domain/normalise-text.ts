/**
 * What shows nothing and parts words: zero-width blanks, soft hyphens, word joiners, marks of direction. The joiners of
 * emoji and of Indic and Persian writing stay, since they change what is shown.
 */
const INVISIBLE = /\u034f|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
/** Between these letters joiners join nothing. */
const IDLE_JOINERS =
  /(?<=[\p{Script=Latin}\p{Script=Cyrillic}])(?:\u200c|\u200d)+(?=[\p{Script=Latin}\p{Script=Cyrillic}])/gu;

/**
 * The one spelling of a text that is stored, hashed and embedded: NFC, nothing invisible, no control characters
 * (PostgreSQL refuses NUL) or broken surrogates, runs of white space as one line feed where they held one and as one
 * blank elsewhere.
 */
export function normaliseText(text: string): string {
  return text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(IDLE_JOINERS, '')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, ' ')
    .replace(/\s+/gu, (space) => (/[\n\r\u2028\u2029]/.test(space) ? '\n' : ' '))
    .trim();
}
