import type { SourceText } from '../../search/index.js';
import type { RowChange } from '../core/contract.js';
import { issueTexts } from '../kit/issue-texts.js';
import { isByMachine } from './machines.js';
import { LINEAR_COMMENTS, LINEAR_ISSUES } from './tables.js';

const talk = { issues: LINEAR_ISSUES, text: 'description', comments: LINEAR_COMMENTS, isByMachine };

export const linearTexts = (change: RowChange): SourceText[] => issueTexts(change, talk);
