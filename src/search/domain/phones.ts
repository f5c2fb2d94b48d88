/** What may be a number that one calls: digits with what people write between them, by a bounded count. */
const CANDIDATE =
  /(?<![\p{L}\p{N}.,/-])(?:\+|\()?[\d٠-٩](?:[\s().\u00a0\u2010-\u2015/-]{0,3}\d){6,18}(?![\p{L}\p{N}])/gu;
const DATED = /^\(?(?:\d{4}[-.]\d{1,2}[-.]\d{1,2}|\d{1,2}[.-]\d{1,2}[.-]\d{2,4})(?!\d)/;
/** Countries and their own prefixes are written or left out; the last nine digits are written always. */
const TELLING_DIGITS = 9;

/** The phone numbers of a text, written one way (`tel:` and their last digits), and the text without them. */
export function phonesIn(text: string): { phones: string[]; rest: string } {
  const phones: string[] = [];
  const rest = text.replace(CANDIDATE, (written) => {
    const phone = phoneOf(written);
    if (phone === null) return written;
    phones.push(phone);
    return ' ';
  });
  return { phones, rest };
}

function phoneOf(written: string): string | null {
  const digits = written.replace(/\D/g, '');
  const international = written.startsWith('+') || digits.startsWith('00');
  const grouped = /[\s()\u00a0\u2010-\u2015-]/.test(written);
  if (digits.length > 15 || DATED.test(written)) return null;
  // Ten digits in a row are an order's number as often as a phone's; with a plus or with groups they are called.
  if (!international && digits.length < 10) return null;
  if (!international && !grouped && digits.length < 11) return null;
  return digits.length < 8 ? null : `tel:${digits.slice(-TELLING_DIGITS)}`;
}
