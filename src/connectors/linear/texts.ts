import type { SourceText } from '../../search/index.js';
import type { RowChange } from '../core/contract.js';
import { issueTexts } from '../kit/issue-texts.js';
import { LINEAR_COMMENTS, LINEAR_ISSUES } from './tables.js';

export const linearTexts = (change: RowChange): SourceText[] =>
  issueTexts(change, { issues: LINEAR_ISSUES, text: 'description', comments: LINEAR_COMMENTS });
