/** Dark enough for white letters. */
const PALETTE = [
  '#b91c1c',
  '#c2410c',
  '#a16207',
  '#4d7c0f',
  '#15803d',
  '#0f766e',
  '#0e7490',
  '#0369a1',
  '#1d4ed8',
  '#6d28d9',
  '#a21caf',
  '#be185d',
] as const;

/** The colour that tells a project from others in a list: the same for an id always and everywhere. */
export function badgeColor(projectId: string): string {
  return PALETTE[Number.parseInt(projectId.slice(0, 8), 16) % PALETTE.length] ?? PALETTE[0];
}
