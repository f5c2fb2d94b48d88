/** Variables that switch features off. */
export const FLAGS = [
  'KAG_ENABLED',
  'KAG_SNAPSHOTS_ENABLED',
  'KAG_FORECASTING_ENABLED',
  'KAG_RECOMMENDATIONS_V2_ENABLED',
] as const;
export type Flag = (typeof FLAGS)[number];

/** Which flags each feature needs. A feature that is made of another one needs what that needs. */
const NEEDS = {
  signals: ['KAG_ENABLED'],
  signatures: ['KAG_ENABLED'],
  snapshots: ['KAG_ENABLED', 'KAG_SNAPSHOTS_ENABLED'],
  forecasts: ['KAG_ENABLED', 'KAG_FORECASTING_ENABLED'],
  recommendations: ['KAG_ENABLED', 'KAG_FORECASTING_ENABLED', 'KAG_RECOMMENDATIONS_V2_ENABLED'],
} as const satisfies Record<string, readonly Flag[]>;
export type Feature = keyof typeof NEEDS;

/** The flags that the feature needs: any of them switches it off. */
export const flagsOf = (feature: Feature): readonly Flag[] => NEEDS[feature];

/** The flag that switches the feature off; null: it is on. */
export function flagOff(feature: Feature, settings: Readonly<Record<Flag, boolean>>): Flag | null {
  return flagsOf(feature).find((flag) => !settings[flag]) ?? null;
}

export const SKIPPED = 'feature_disabled';

/** What a job answers that does nothing because its feature is switched off. */
export interface Skipped {
  skipped: typeof SKIPPED;
  flag: Flag;
}

/** The answer of a job whose feature is switched off; null: it is on. */
export function skippedResult(settings: Readonly<Record<Flag, boolean>>, feature: Feature): Skipped | null {
  const flag = flagOff(feature, settings);
  return flag === null ? null : { skipped: SKIPPED, flag };
}
