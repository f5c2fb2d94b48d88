import { Injectable } from '@nestjs/common';
import { VectorIndexRepository } from './vector-index.repository.js';

/** The indexes of a project's own, for whoever removes the project: they don't go with its rows. */
@Injectable()
export class SearchIndexes {
  constructor(private readonly indexes: VectorIndexRepository) {}

  async dropAll(projectId: string, signal: AbortSignal): Promise<void> {
    await this.indexes.dropAllBut(projectId, null, signal);
  }
}
