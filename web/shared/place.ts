/**
 * The element of the page that has this id.
 * @throws Error when it has none
 */
export function place(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}
