const FIRST = Date.parse('0001-01-01T00:00:00.000Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** Whether a time (epoch ms) can be stored: the years 1 to 9999, which PostgreSQL and ISO text both have. */
export const isStorableTime = (time: number): boolean => time >= FIRST && time <= LAST;
