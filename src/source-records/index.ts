export { RecordTables } from './record-tables.js';
export { SourceRecordsModule } from './source-records.module.js';
export type { SourceRecords } from './source-records.js';
