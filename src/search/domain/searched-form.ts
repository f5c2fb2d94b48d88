/** Scripts that put no blanks between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]+/gu;
const HOST = /(@|\/\/|(?<![\p{L}\p{N}.-])www\.)([\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4})/giu;
/** Where no address of a page is spelled out. */
const BARE_WWW = /(?<![\p{L}\p{N}./-])www\.(?=[\p{L}\p{N}])/giu;
/** Joiners show a letter in another form; with and without them it is one word. */
const JOINERS = /[\u200c\u200d]/g;

/**
 * A text as full-text search reads it: wide and joined letters as usual ones, the domains of e-mail addresses and
 * of pages as words, and behind unspaced writing its pairs of signs. Null where that is the text itself.
 */
export function searchedForm(text: string): string | null {
  const plain = plainLetters(text);
  const domains = domainsIn(plain);
  const pairs = [...plain.matchAll(UNSPACED)].flatMap(([run]) => pairsOf(run));
  const form = [plain, ...new Set([...domains, ...pairs])].join(' ');
  return form === text ? null : form;
}

/** A query in the same form: unspaced writing by its pairs alone, since no text has that run as a word. */
export const queriedForm = (query: string): string =>
  plainLetters(query)
    .replace(BARE_WWW, '')
    .replace(UNSPACED, (run) => ` ${pairsOf(run).join(' ')} `);

/** A mail's whole domain, and what each host lies in, down to two parts: people leave `www` and `mail` out. */
const domainsIn = (text: string): string[] =>
  [...text.matchAll(HOST)].flatMap(([, before = '', host = '']) => {
    const parts = host.split('.');
    const within = parts.slice(1, -1).map((_, at) => parts.slice(at + 1).join('.'));
    return before === '//' ? within : [host, ...within];
  });

const plainLetters = (text: string): string => text.normalize('NFKC').replace(JOINERS, '');

/** By their codes in Latin letters: what counts as a letter of other scripts depends on the database's locale. */
function pairsOf(run: string): string[] {
  const signs = [...run].map((sign) => (sign.codePointAt(0) ?? 0).toString(36));
  return signs.length === 1 ? [`zz${signs[0]}`] : signs.slice(1).map((sign, at) => `zz${signs[at]}z${sign}`);
}

/** The pairs of signs of unspaced writing, as words beside those that blanks part. */
export const unspacedPairs = (text: string): string[] => [...text.matchAll(UNSPACED)].flatMap(([run]) => pairsOf(run));
