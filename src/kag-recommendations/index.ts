export { KagRecommendationsModule } from './kag-recommendations.module.js';
export { RecommendationsStep } from './recommendations.step.js';
export { RecommendationsService, type Refreshed } from './recommendations.service.js';
