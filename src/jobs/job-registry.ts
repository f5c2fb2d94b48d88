import { Injectable } from '@nestjs/common';
import { AppError } from '../common/app-error.js';
import type { AnyJobDefinition } from './job-definition.js';

/**
 * All job types of this process. Features add theirs while they are constructed; a name given twice stops the start.
 */
@Injectable()
export class JobRegistry {
  private readonly definitions = new Map<string, AnyJobDefinition>();

  register(definition: AnyJobDefinition): void {
    if (this.definitions.has(definition.type)) throw new Error(`two handlers for the job ${definition.type}`);
    this.definitions.set(definition.type, definition);
  }

  all(): AnyJobDefinition[] {
    return [...this.definitions.values()];
  }

  has(type: string): boolean {
    return this.definitions.has(type);
  }

  /** @throws Error for a follow-up or a part that no feature declares. Call once all of them have declared theirs. */
  checkFollowUps(): void {
    for (const { type, followUps = [], starts = [] } of this.all()) {
      for (const wanted of followUps)
        if (!this.has(wanted)) throw new Error(`the job ${type} is followed by ${wanted}, which is no job`);
      for (const wanted of starts)
        if (!this.has(wanted)) throw new Error(`the job ${type} starts ${wanted}, which is no job`);
    }
  }

  /** @throws AppError `not_found` for a type that no feature declared. */
  get(type: string): AnyJobDefinition {
    const definition = this.definitions.get(type);
    if (!definition) throw new AppError('not_found', `There is no job ${type}`);
    return definition;
  }
}
