import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { ChangeStreamController } from './change-stream.controller.js';
import { ChangeStream } from './change-stream.service.js';
import { ChangeWatcher } from './change-watcher.js';
import { ChangesRepository } from './changes.repository.js';

/** Sends what changes in the projects that a person reaches, as it happens. */
@Module({
  imports: [AuthModule],
  controllers: [ChangeStreamController],
  providers: [ChangeStream, ChangeWatcher, ChangesRepository],
})
export class ChangeStreamModule {}
