export { RISK_OF_CATEGORY } from './domain/recommendation.js';
export { KagRecommendationsModule } from './kag-recommendations.module.js';
export { RecommendationsStep } from './recommendations.step.js';
export { RecommendationsService, type Refreshed } from './recommendations.service.js';
