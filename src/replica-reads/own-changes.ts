import { Inject, Injectable, Logger } from '@nestjs/common';
import { Replica } from '../database/index.js';
import { LastWritesRepository } from './last-writes.repository.js';

/** Lets people see what they have just changed. Without a standby it does nothing. */
@Injectable()
export class OwnChanges {
  private readonly log = new Logger('replica');

  constructor(
    @Inject(Replica) private readonly replica: Replica | null,
    private readonly writes: LastWritesRepository,
  ) {}

  /** The user has changed something, which is committed: before they are answered. */
  async note(userId: string): Promise<void> {
    if (this.replica === null) return;
    await this.writes.note(userId).catch((error: unknown) => {
      // What was changed is changed, and is answered so.
      this.log.warn({ err: error }, 'a change was not noted: its user may read for some seconds what was before');
    });
  }
}
