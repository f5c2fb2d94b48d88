const ID = /^[\w-]{1,100}$/;

/** Whether it can be an id of a vendor that has no numbers: refs with it are stored, and become parts of URLs. */
export const isTextId = (id: unknown): id is string => typeof id === 'string' && ID.test(id);

/** A part of a webhook's body as an object; an empty one for anything else. */
export const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
