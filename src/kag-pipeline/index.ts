export { KagPipelineModule } from './kag-pipeline.module.js';
