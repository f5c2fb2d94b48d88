/** What a process needs of this one's environment: where programs are, and where Node keeps what it has compiled. */
export function bareEnvironment(): Record<string, string> {
  const { PATH = '', NODE_COMPILE_CACHE: kept } = process.env;
  return kept === undefined ? { PATH } : { PATH, NODE_COMPILE_CACHE: kept };
}
