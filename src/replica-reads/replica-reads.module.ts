import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LastWrite } from './last-write.entity.js';
import { LastWritesRepository } from './last-writes.repository.js';
import { OwnChanges } from './own-changes.js';

/** What is read from a standby of the database, and by whom not yet. */
@Module({
  imports: [TypeOrmModule.forFeature([LastWrite])],
  providers: [LastWritesRepository, OwnChanges],
  exports: [LastWritesRepository, OwnChanges],
})
export class ReplicaReadsModule {}
