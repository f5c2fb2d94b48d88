const MAX_CHARACTERS = 5_000;

/** The part of a note that is read: long notes have their news at the top, and quoted mail behind it. */
export const noteHead = (text: string): string => text.slice(0, MAX_CHARACTERS);
