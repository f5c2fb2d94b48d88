import type { Story } from '../story.js';
import { angryEn } from './angry-en.js';
import { angryRu } from './angry-ru.js';
import { blockedEn } from './blocked-en.js';
import { blockedRu } from './blocked-ru.js';
import { lostEn } from './lost-en.js';
import { lostRu } from './lost-ru.js';
import { overBudgetEn } from './over-budget-en.js';
import { overBudgetRu } from './over-budget-ru.js';
import { quietEn } from './quiet-en.js';
import { quietRu } from './quiet-ru.js';
import { recoveredRu } from './recovered-ru.js';
import { scopeCreepEn } from './scope-creep-en.js';
import { scopeCreepRu } from './scope-creep-ru.js';
import { silenceEn } from './silence-en.js';
import { silenceRu } from './silence-ru.js';
import { upsellEn } from './upsell-en.js';
import { upsellRu } from './upsell-ru.js';

export const STORIES: readonly Story[] = [
  silenceEn,
  silenceRu,
  scopeCreepEn,
  scopeCreepRu,
  blockedEn,
  blockedRu,
  overBudgetEn,
  overBudgetRu,
  upsellEn,
  upsellRu,
  quietEn,
  quietRu,
  lostEn,
  lostRu,
  angryEn,
  angryRu,
  recoveredRu,
];
