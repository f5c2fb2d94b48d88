import { Module } from '@nestjs/common';
import { PortfolioModule } from '../portfolio/index.js';
import { ProjectsModule } from '../projects/index.js';
import { DigestController } from './digest.controller.js';
import { Digests } from './digest.service.js';
import { FactsRepository } from './facts.repository.js';

/** What changed, who needs attention and what was done: as a page, an answer, and a message to where people are. */
@Module({
  imports: [PortfolioModule, ProjectsModule],
  controllers: [DigestController],
  providers: [Digests, FactsRepository],
})
export class DigestModule {}
