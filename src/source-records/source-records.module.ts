import { Global, Module } from '@nestjs/common';
import { RecordTables } from './record-tables.js';

/** What vendors' records have in common, for all that read them. */
@Global()
@Module({ providers: [RecordTables], exports: [RecordTables] })
export class SourceRecordsModule {}
