/** Makes text that the database takes, in jsonb too: without NUL and halves of surrogate pairs. */
export const storable = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', ' ').toWellFormed() : value;

/** The same without the blanks around it. */
export const trimmed = (given: { value: unknown }): unknown => {
  const text = storable(given);
  return typeof text === 'string' ? text.trim() : text;
};
