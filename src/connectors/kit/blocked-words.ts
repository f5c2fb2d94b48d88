/** \b knows no Cyrillic letters, and there the word begins with what tells it from "unblocked". */
const SAYS_BLOCKED = /\bblocked\b|заблокирован/i;

/** Whether the name of a state or a label says that work is held up. */
export const saysBlocked = (name: string): boolean => SAYS_BLOCKED.test(name);
