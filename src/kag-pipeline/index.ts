export { DAILY_PIPELINE } from './daily-pipeline.job.js';
export { KagPipelineModule } from './kag-pipeline.module.js';
