export { KagRecommendationsModule } from './kag-recommendations.module.js';
export { RecommendationsService, type Refreshed } from './recommendations.service.js';
