export { partitionTable, uniteTable } from './partition-table.js';
export { DEFAULT_PARTITIONS, installWith, partitionsOf, partitionsAtInstall } from './partition-count.js';
