/** What the server stores is text of any language. */
const NEEDED = 'UTF8';

/** What is wrong with an encoding and what cures it; null: nothing. */
export function encodingProblem(encoding: string): { what: string; cure: string } | null {
  if (encoding === NEEDED) return null;
  return {
    what: `The database keeps text as ${encoding}; the server needs ${NEEDED}, since messages come in any language.`,
    cure: `Make another one and name it in DATABASE_URL: CREATE DATABASE … TEMPLATE template0 ENCODING '${NEEDED}'.`,
  };
}
