import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Access,
  anyObject,
  FromReplica,
  Operation,
  orNull,
  Project,
  ProjectScoped,
  type ActiveProject,
} from '../../http/index.js';
import { EvidenceQuery } from './evidence.dto.js';
import { EvidenceRepository, type EvidenceKey } from './evidence.repository.js';

@ApiTags('kag')
@Controller('kag/evidence')
export class EvidenceController {
  constructor(private readonly evidence: EvidenceRepository) {}

  @Get()
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'openEvidence',
    summary: 'The messages, issues and records behind evidence refs, in the order in which they are named',
    description:
      'For the `evidence_refs` of signals, scores, snapshots, forecasts and recommendations, which have the `url` themselves. ' +
      'What is gone at the source has `deleted: true` and no words; what the project does not have is left out.',
    example: {
      evidence: [
        {
          source_table: 'cw_messages',
          source_pk: 'cwmsg:1:90201',
          kind: 'message',
          title: orNull('WEB-12 Checkout', null),
          text: orNull('Could you also add a loyalty card to the app?'),
          author: orNull('Noor Haddad'),
          occurred_at: orNull('2026-02-03T10:11:12.000Z'),
          facts: anyObject({ conversation_global_id: 'cw:1:341', sender: 'client' }),
          deleted: false,
        },
      ],
    },
  })
  async open(@Project() project: ActiveProject, @Query() { refs }: EvidenceQuery) {
    return { evidence: await this.evidence.open(project.id, refs.map(keyOf)) };
  }
}

/** Tables have no colon in their names; keys may. */
function keyOf(ref: string): EvidenceKey {
  const at = ref.indexOf(':');
  return { source_table: ref.slice(0, at), source_pk: ref.slice(at + 1) };
}
