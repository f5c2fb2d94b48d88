/** How much of a text is looked at: behind that come quotes, logs and attachments. */
const READ_CHARACTERS = 40_000;
/** How much of what its author wrote is kept. */
const KEPT_CHARACTERS = 10_000;
/** A line longer than this is prose: neither an attribution nor a closing. */
const SHORT_LINE = 200;
/** Mail clients wrap an attribution ("On … wrote:") over this many lines. */
const WRAPPED = 3;
const SIGNATURE_LINES = 8;
/** So many lines ahead are looked at: no line is then read more than so often. */
const AHEAD = 24;
/** Opens and closes a block of code. */
const FENCE = /^\s{0,3}(?:```|~~~)/;
/** A closing is as short as this. */
const CLOSING_WORDS = 8;

const QUOTED = /^\s{0,20}>/;
const ATTRIBUTION_BEGINS =
  /^\s{0,20}(?:on\b|le\b|am\b|\d{1,2}[ .]|\d{4}-|(?:пн|вт|ср|чт|пт|сб|вс|понед|втор|сред|четв|пятн|субб|воскр)|[^<>]{1,80}<[^<>@]{1,80}@)/iu;
const ATTRIBUTION_ENDS = /(?:\bwrote|\bwrites|написал|написала|написал\(а\)|пишет|[\w.]>)\s?:\s{0,9}$/iu;
const ORIGINAL =
  /^\s{0,20}-{2,20}\s?(?:original message|forwarded message|исходное сообщение|пересылаемое сообщение|пересланное сообщение)\b/iu;
const ORIGINAL_RU = /^\s{0,20}-{2,20}\s?(?:исходное|пересылаемое|пересланное) сообщение/iu;
const HEADER_BEGINS = /^\s{0,20}\*?(?:from|от|от кого):/iu;
const HEADER_GOES_ON = /^\s{0,20}\*?(?:sent|date|to|subject|отправлено|дата|кому|тема):/iu;
const DASHES = /^\s{0,3}(?:--|—|__)\s{0,3}$/;
const SENT_FROM =
  /^\s{0,20}(?:sent from (?:my|mail)\b|get outlook for\b|sent via\b|отправлено (?:с|из)\s|отправлено через\s)/iu;
const CLOSING =
  /^\s{0,20}(?:(?:best|kind|kindest|warm|warmest|with best|many) (?:regards|wishes)|regards|sincerely|yours (?:sincerely|truly|faithfully)|all the best|с (?:наилучшими )?(?:уважением|пожеланиями)|с наилучшими|всего (?:доброго|хорошего))(?:[\s,.!]|$)/iu;
/** "Thanks," closes a letter above a name. "Thanks!" is also said for itself, above "Approved". */
const THANKS = /^\s{0,20}(?:many thanks|thanks|thank you|cheers|best|спасибо|благодарю)\s?(,)?[!.]{0,2}\s{0,9}$/iu;
/** Up to four words of a name, of a firm or of a title, each with a capital; a sentence ends in a stop. */
const NAME = /^\s{0,20}(?:\p{Lu}[\p{L}'’-]{0,40}\.?[ \t]{0,3}[,|]?[ \t]{1,3}){0,3}\p{Lu}[\p{L}'’-]{0,40}\s{0,9}$/u;
const FULL_NAME = /\p{L}\.?\s+\p{Lu}/u;

/**
 * What the author of a message wrote there, line by line and unchanged: without quoted lines ("> …"), without what an
 * attribution ("On … wrote:", "… написал:") or a forwarding header introduces, without the signature ("-- ", "Best
 * regards", "С уважением", "Sent from my …") and without code between fences. Text below a quote whose lines begin
 * with ">" is the author's and stays. Only the first 40,000 characters are looked at and the first 10,000 of the
 * author's are kept.
 */
export function ownWords(text: string): string {
  const lines = text.slice(0, READ_CHARACTERS).split(/\r\n|[\n\r\u2028\u2029]/);
  const kept: string[] = [];
  let [length, began] = [0, false];
  for (let at = 0; at < lines.length && length < KEPT_CHARACTERS; at++) {
    const line = lines[at] ?? '';
    if (QUOTED.test(line) || SENT_FROM.test(line)) continue;
    if (FENCE.test(line)) {
      at = endOfCode(lines, at);
      continue;
    }
    if (DASHES.test(line) || ORIGINAL.test(line) || ORIGINAL_RU.test(line) || isHeader(lines, at)) break;
    const attribution = attributionLines(lines, at);
    if (attribution > 0) {
      const below = lines.slice(at + attribution, at + AHEAD).find((next) => next.trim() !== '');
      if (below === undefined || !QUOTED.test(below)) break;
      at += attribution - 1;
      continue;
    }
    if (began && isSignature(lines, at)) break;
    kept.push(line);
    length += line.length + 1;
    began ||= line.trim() !== '';
  }
  return kept.join('\n').slice(0, KEPT_CHARACTERS).trim();
}

/** Where the code ends that begins at a line: at the next fence; with that line where none follows. */
function endOfCode(lines: readonly string[], at: number): number {
  for (let next = at + 1; next < lines.length; next++) if (FENCE.test(lines[next] ?? '')) return next;
  return at;
}

function attributionLines(lines: readonly string[], at: number): number {
  const first = lines[at] ?? '';
  if (first.length > SHORT_LINE || !ATTRIBUTION_BEGINS.test(first)) return 0;
  for (let count = 1; count <= WRAPPED; count++) {
    const line = lines[at + count - 1];
    if (line === undefined || line.length > SHORT_LINE || line.trim() === '') return 0;
    if (ATTRIBUTION_ENDS.test(line)) return count;
  }
  return 0;
}

const isHeader = (lines: readonly string[], at: number): boolean =>
  HEADER_BEGINS.test(lines[at] ?? '') &&
  lines.slice(at + 1, at + 1 + WRAPPED).some((line) => HEADER_GOES_ON.test(line));

function isSignature(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (line.length > SHORT_LINE) return false;
  const closes = CLOSING.test(line) && wordsIn(line) <= CLOSING_WORDS;
  const thanks = THANKS.exec(line);
  if (!closes && !thanks) return false;
  const below: string[] = [];
  for (const next of lines.slice(at + 1, at + AHEAD)) {
    if (QUOTED.test(next) || DASHES.test(next)) break;
    if (next.trim() !== '') below.push(next);
  }
  if (closes) return below.length <= SIGNATURE_LINES || attributionFollows(lines, at);
  const [name = ''] = below;
  const named = below.length <= WRAPPED && below.every((next) => NAME.test(next));
  return named && NAME.test(name) && (thanks?.[1] !== undefined || FULL_NAME.test(name));
}

const attributionFollows = (lines: readonly string[], at: number): boolean =>
  lines
    .slice(at + 1, at + 2 + SIGNATURE_LINES)
    .some((_, i) => attributionLines(lines, at + 1 + i) > 0 || isHeader(lines, at + 1 + i));

const wordsIn = (line: string): number => line.slice(0, SHORT_LINE).split(/\s+/).filter(Boolean).length;
