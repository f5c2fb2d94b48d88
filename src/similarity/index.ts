export { CASE_EXAMPLE } from './examples.js';
export type { Followed } from './domain/what-followed.js';
export { SimilarCases, type SimilarCase } from './similar-cases.js';
export { SimilarityModule } from './similarity.module.js';
