/** @returns what Attio calls content_plaintext: the markdown without its marks */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^(#{1,6}|[-*]) +/gm, '')
    .replaceAll(/(\*\*|__|`)/g, '');
}
