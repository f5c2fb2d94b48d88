import type { EvidenceTable } from '../core/evidence-table.js';
import { issueEvidence, stageEvidence } from '../kit/work-evidence.js';
import { LINEAR_CYCLES, LINEAR_ISSUES } from './tables.js';

export const LINEAR_EVIDENCE: readonly EvidenceTable[] = [
  issueEvidence(LINEAR_ISSUES, { text: 'description', state: 'state_name' }),
  stageEvidence(LINEAR_CYCLES),
];
