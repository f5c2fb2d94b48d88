/** Into 0 to 1. */
export const clamp01 = (value: number): number => Math.min(1, Math.max(0, value));

/** Into 0 to 100. */
export const clamp100 = (value: number): number => Math.min(100, Math.max(0, value));
