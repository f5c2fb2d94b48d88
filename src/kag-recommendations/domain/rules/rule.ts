import type { RiskType } from '../../../kag-forecast/index.js';
import type { Category, OwnerRole, TemplateKey } from '../recommendation.js';
import type { Chances, Situation } from '../situation.js';

/** When something is recommended, to whom, and until when. One file for each line of the contract's table. */
export interface Rule {
  category: Category;
  /** The forecast that has to be publishable, and that the recommendation's evidence comes from. */
  risk: RiskType;
  template: TemplateKey;
  owner: OwnerRole;
  /** Days that the owner has from the beginning of the episode. */
  dueDays: number;
  holds: (situation: Situation, chances: Chances) => boolean;
  /** Whether it has the highest priority, 5, and not 4. */
  urgent: (situation: Situation, chances: Chances) => boolean;
}
