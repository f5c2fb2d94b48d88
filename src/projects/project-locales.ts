import { Injectable } from '@nestjs/common';
import type { Locale } from '../common/locale.js';
import { Config } from '../config/index.js';
import { ProjectsRepository } from './projects.repository.js';

/** The languages of projects' texts, for work that goes over many projects at once. */
@Injectable()
export class ProjectLocales {
  constructor(
    private readonly projects: ProjectsRepository,
    private readonly config: Config,
  ) {}

  /** The language of each of these projects, by one question; the server's for those that say none. */
  async of(projectIds: readonly string[]): Promise<(projectId: string) => Locale> {
    const own = new Map((await this.projects.ownLocales(projectIds)).map(({ id, locale }) => [id, locale]));
    return (projectId) => this.orUsual(own.get(projectId) ?? null);
  }

  /** The language that applies where a project says this of itself. */
  orUsual(own: Locale | null): Locale {
    return own ?? this.config.RECOMMENDATIONS_LOCALE;
  }
}
