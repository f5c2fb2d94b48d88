export { AdvisedActions, type AdviceOf } from './advised-actions.js';
export { RESOLUTIONS, STATUSES } from './domain/lifecycle.js';
export { CATEGORIES, OWNER_ROLES, RISK_OF_CATEGORY, type Category } from './domain/recommendation.js';
export { inWords, type OpenRecommendation } from './in-words.js';
export { KagRecommendationsModule } from './kag-recommendations.module.js';
export { RecommendationsStep } from './recommendations.step.js';
export { RecommendationsService, type RefreshedRecommendations } from './recommendations.service.js';
