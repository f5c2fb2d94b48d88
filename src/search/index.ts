export { ChunkWriter } from './chunk-writer.js';
export type { ChunkCounts } from './chunks.repository.js';
export { configuredModel } from './embedders.js';
export { SearchIndexes } from './search-indexes.js';
export { SearchStatus } from './search-status.js';
export { SearchModule } from './search.module.js';
export type { SearchResult } from './combine.js';
export { SearchService, type SearchAnswer } from './search.service.js';
export { SENDERS, SOURCE_KINDS, type Sender, type SourceKind, type SourceText } from './source-text.js';
