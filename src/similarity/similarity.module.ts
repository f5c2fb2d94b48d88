import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JobsModule } from '../jobs/index.js';
import { KagSnapshotsModule } from '../kag-snapshots/index.js';
import { CaseOutcomesRepository } from './case-outcomes.repository.js';
import { CasePools } from './case-pools.js';
import { CaseSignaturesJob } from './case-signatures.job.js';
import { CaseSignature } from './signature.entity.js';
import { SignaturesRepository } from './signatures.repository.js';
import { Signatures } from './signatures.service.js';
import { SimilarCases } from './similar-cases.js';
import { SimilarityController } from './similarity.controller.js';
import { WindowFactsRepository } from './window-facts.repository.js';

@Module({
  imports: [TypeOrmModule.forFeature([CaseSignature]), JobsModule, KagSnapshotsModule],
  controllers: [SimilarityController],
  providers: [
    CaseOutcomesRepository,
    CasePools,
    CaseSignaturesJob,
    Signatures,
    SignaturesRepository,
    SimilarCases,
    WindowFactsRepository,
  ],
  exports: [SimilarCases],
})
export class SimilarityModule {}
