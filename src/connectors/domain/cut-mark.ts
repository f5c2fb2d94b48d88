/**
 * What stands in the place of the rest of a text that was too long to be stored. Its letters need no escape in JSON.
 */
export const CUT_MARK = ' … [the rest is left out: too large]';
