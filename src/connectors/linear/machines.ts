type Values = Readonly<Record<string, unknown>>;

/**
 * Whether no person stands behind an issue or a comment: an integration or a rule made it, or an app that acts as a
 * user. What an integration passes on in a person's name, such as a thread of a chat, is that person's.
 */
export function isByMachine(row: Values): boolean {
  const data = objectOf(row['data']);
  const bot = data['botActor'] ?? null;
  if (bot !== null) return !isText(objectOf(bot)['userDisplayName']);
  return [data['user'], data['creator']].some((user) => objectOf(user)['app'] === true);
}

const objectOf = (value: unknown): Values => (typeof value === 'object' && value !== null ? (value as Values) : {});
const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
