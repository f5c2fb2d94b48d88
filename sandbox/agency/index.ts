export { Agency, type AgencyClient, foundAgency } from './agency.js';
export { agencyControlRoutes } from './control.js';
export { STORY_DAYS } from './story.js';
