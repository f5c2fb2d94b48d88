import { LinearComment } from './comment.entity.js';
import { LinearCycle } from './cycle.entity.js';
import { LinearIssue } from './issue.entity.js';
import { LinearLabel } from './label.entity.js';
import { LinearProject } from './project.entity.js';
import { LinearRelation } from './relation.entity.js';
import { LinearState } from './state.entity.js';
import { LinearTeam } from './team.entity.js';
import { LinearUser } from './user.entity.js';

export const LINEAR_ENTITIES = [
  LinearTeam,
  LinearUser,
  LinearLabel,
  LinearState,
  LinearCycle,
  LinearProject,
  LinearIssue,
  LinearComment,
  LinearRelation,
];
