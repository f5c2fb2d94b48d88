/**
 * The one spelling of a text that is stored, hashed and embedded: NFC, no control characters (PostgreSQL refuses NUL)
 * or broken surrogates, runs of white space as one line feed where they held one and as one blank elsewhere.
 */
export function normaliseText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, ' ')
    .replace(/\s+/gu, (space) => (/[\n\r\u2028\u2029]/.test(space) ? '\n' : ' '))
    .trim();
}
