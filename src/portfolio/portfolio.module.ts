import { Module } from '@nestjs/common';
import { ProjectsModule } from '../projects/index.js';
import { DetailsRepository } from './details.repository.js';
import { ListedRepository } from './listed.repository.js';
import { PortfolioController } from './portfolio.controller.js';
import { Portfolio } from './portfolio.service.js';

/** All projects that a person reaches, on one page. */
@Module({
  imports: [ProjectsModule],
  controllers: [PortfolioController],
  providers: [DetailsRepository, ListedRepository, Portfolio],
  exports: [Portfolio],
})
export class PortfolioModule {}
