/** A name as it stands in addresses and branches: letters of any script and digits, the rest as dashes. */
export function slugOf(text: string): string {
  const slug = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  return slug.replace(/^-+|-+$/g, '') || 'untitled';
}
