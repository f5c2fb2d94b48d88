/** Goes once nothing is left to fill in. */
export function fillIn(file: string, what: string): never {
  throw new Error(`Fill in ${file}: ${what}`);
}
