import { Injectable } from '@nestjs/common';
import { VectorIndexRepository } from './vector-index.repository.js';

/** The indexes of a project's own. They don't go with its rows, so that its removal drops them. */
@Injectable()
export class SearchIndexes {
  constructor(private readonly indexes: VectorIndexRepository) {}

  async dropAll(projectId: string, signal: AbortSignal): Promise<void> {
    await this.indexes.dropAllBut(projectId, null, signal);
  }
}
