/** Any origin will do: it only shows whether a path leaves it. */
const HERE = 'http://here.invalid';
const LONGEST = 500;

/** The path on this server that the text names; null for all that leads elsewhere. */
export function localPath(text: string): string | null {
  // Browsers read a backslash as a slash, and drop tabs and line ends.
  if (text.length > LONGEST || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes('\\')) return null;
  if (!URL.canParse(text, HERE)) return null;
  const { origin, pathname, search, hash } = new URL(text, HERE);
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : null;
}
