import type { MigrationInterface } from 'typeorm';
import { CreateAccounts1763900000000 } from '../../migrations/1763900000000-create-accounts.js';
import { CreateJobs1763900100000 } from '../../migrations/1763900100000-create-jobs.js';
import { CreateEventLog1763900200000 } from '../../migrations/1763900200000-create-event-log.js';
import { CreateSearch1763900300000 } from '../../migrations/1763900300000-create-search.js';
import { CreateConnectors1763900400000 } from '../../migrations/1763900400000-create-connectors.js';
import { CreateChatwoot1763900500000 } from '../../migrations/1763900500000-create-chatwoot.js';
import { CreateReconciliation1763900600000 } from '../../migrations/1763900600000-create-reconciliation.js';
import { CreateLinear1763900700000 } from '../../migrations/1763900700000-create-linear.js';
import { CreateAttio1763900800000 } from '../../migrations/1763900800000-create-attio.js';
import { AddFollowUpWanted1763900810000 } from '../../migrations/1763900810000-add-follow-up-wanted.js';
import { CreateSignals1763901000000 } from '../../migrations/1763901000000-create-signals.js';
import { CreateSnapshots1763901100000 } from '../../migrations/1763901100000-create-snapshots.js';
import { CreateCaseSignatures1763901200000 } from '../../migrations/1763901200000-create-case-signatures.js';
import { CreateForecasts1763901300000 } from '../../migrations/1763901300000-create-forecasts.js';
import { CreateRecommendations1763901400000 } from '../../migrations/1763901400000-create-recommendations.js';
import { IndexDomainEvents1763901500000 } from '../../migrations/1763901500000-index-domain-events.js';
import { AddRecommendationPhrasing1763901600000 } from '../../migrations/1763901600000-add-recommendation-phrasing.js';
import { IndexProcessOutcomes1763901800000 } from '../../migrations/1763901800000-index-process-outcomes.js';
import { AddWorkingTime1763901900000 } from '../../migrations/1763901900000-add-working-time.js';
import { DropMeanAnswerTimes1763902000000 } from '../../migrations/1763902000000-drop-mean-answer-times.js';
import { LetSignalsBeUnknown1763902100000 } from '../../migrations/1763902100000-let-signals-be-unknown.js';
import { CreateRiskOnsets1763902200000 } from '../../migrations/1763902200000-create-risk-onsets.js';
import { AddProjectEnds1763902200001 } from '../../migrations/1763902200001-add-project-ends.js';
import { ForgetCaseSignatures1763902200002 } from '../../migrations/1763902200002-forget-case-signatures.js';
import { CreateForecastModels1763902300000 } from '../../migrations/1763902300000-create-forecast-models.js';
import { AddProjectLocale1763902400000 } from '../../migrations/1763902400000-add-project-locale.js';
import { KeepFiguresOfRecommendations1763902410000 } from '../../migrations/1763902410000-keep-figures-of-recommendations.js';
import { KeepJudgedForecasts1763902420000 } from '../../migrations/1763902420000-keep-judged-forecasts.js';
import { PutRolesIntoScopes1763902460000 } from '../../migrations/1763902460000-put-roles-into-scopes.js';
import { LetDataLeave1763902530000 } from '../../migrations/1763902530000-let-data-leave.js';
import { KeepOwnPasswords1763903200000 } from '../../migrations/1763903200000-keep-own-passwords.js';
import { CreateApiTokens1763903210000 } from '../../migrations/1763903210000-create-api-tokens.js';
import { AddSecondFactor1763903220000 } from '../../migrations/1763903220000-add-second-factor.js';
import { ShowChunksInReach1763903230000 } from '../../migrations/1763903230000-show-chunks-in-reach.js';
import { AddIdentities1763903300000 } from '../../migrations/1763903300000-add-identities.js';
import { LetOlderServersWriteScores1763903400000 } from '../../migrations/1763903400000-let-older-servers-write-scores.js';
import { CreateConnectorStreams1763903500000 } from '../../migrations/1763903500000-create-connector-streams.js';
import { LetChangesBeTakenBack1763903510000 } from '../../migrations/1763903510000-let-changes-be-taken-back.js';
import { CreateGithub1763903600000 } from '../../migrations/1763903600000-create-github.js';
import { CountTextsFailingAlone1763903700000 } from '../../migrations/1763903700000-count-texts-failing-alone.js';
import { FindChangesByTime1763903800000 } from '../../migrations/1763903800000-find-changes-by-time.js';
import { CreateDigests1763903900000 } from '../../migrations/1763903900000-create-digests.js';
import { CreateActions1763904000000 } from '../../migrations/1763904000000-create-actions.js';
import { ListGithubIssues1763904100000 } from '../../migrations/1763904100000-list-github-issues.js';
import { CreateEventFeedback1763904200000 } from '../../migrations/1763904200000-create-event-feedback.js';
import { CreateSecondOpinions1763904300000 } from '../../migrations/1763904300000-create-second-opinions.js';
import { CreateLastWrites1763904400000 } from '../../migrations/1763904400000-create-last-writes.js';
import { KeepFalseAlarms1763904500000 } from '../../migrations/1763904500000-keep-false-alarms.js';
import { PartitionChunks1763904600000 } from '../../migrations/1763904600000-partition-chunks.js';
import { PartitionEventLog1763904700000 } from '../../migrations/1763904700000-partition-event-log.js';

export interface Migration extends MigrationInterface {
  /**
   * What the way down and up again loses, as `table` where rows go and `table.column` where values do; beside the
   * tables that the migration makes. Without it, nothing.
   */
  readonly loses?: readonly string[];
}

/** Every migration in order. Listed by hand: the list is the order, and a file that is not in it is not run. */
export const migrations: (new () => Migration)[] = [
  CreateAccounts1763900000000,
  CreateJobs1763900100000,
  CreateEventLog1763900200000,
  CreateSearch1763900300000,
  CreateConnectors1763900400000,
  CreateChatwoot1763900500000,
  CreateReconciliation1763900600000,
  CreateLinear1763900700000,
  CreateAttio1763900800000,
  AddFollowUpWanted1763900810000,
  CreateSignals1763901000000,
  CreateSnapshots1763901100000,
  CreateCaseSignatures1763901200000,
  CreateForecasts1763901300000,
  CreateRecommendations1763901400000,
  IndexDomainEvents1763901500000,
  AddRecommendationPhrasing1763901600000,
  IndexProcessOutcomes1763901800000,
  AddWorkingTime1763901900000,
  DropMeanAnswerTimes1763902000000,
  LetSignalsBeUnknown1763902100000,
  CreateRiskOnsets1763902200000,
  AddProjectEnds1763902200001,
  ForgetCaseSignatures1763902200002,
  CreateForecastModels1763902300000,
  AddProjectLocale1763902400000,
  KeepFiguresOfRecommendations1763902410000,
  KeepJudgedForecasts1763902420000,
  PutRolesIntoScopes1763902460000,
  LetDataLeave1763902530000,
  KeepOwnPasswords1763903200000,
  CreateApiTokens1763903210000,
  AddSecondFactor1763903220000,
  ShowChunksInReach1763903230000,
  AddIdentities1763903300000,
  LetOlderServersWriteScores1763903400000,
  CreateConnectorStreams1763903500000,
  LetChangesBeTakenBack1763903510000,
  CreateGithub1763903600000,
  CountTextsFailingAlone1763903700000,
  FindChangesByTime1763903800000,
  CreateDigests1763903900000,
  CreateActions1763904000000,
  ListGithubIssues1763904100000,
  CreateEventFeedback1763904200000,
  CreateSecondOpinions1763904300000,
  CreateLastWrites1763904400000,
  KeepFalseAlarms1763904500000,
  PartitionChunks1763904600000,
  PartitionEventLog1763904700000,
];
