import type { Stage } from './attributes.js';
import type { When } from './core.js';

interface Created {
  /** Given, several records can share a moment, as after an import; default the world's next nanosecond. */
  createdAt?: When;
}

export interface NewCompany extends Created {
  name: string;
  domains?: string[];
  description?: string;
  categories?: string[];
  /** A locality, or a location's fields. */
  location?: string | Record<string, string>;
}

export interface NewPerson extends Created {
  /** 'First Last'. */
  name: string;
  emails?: string[];
  phones?: string[];
  /** Id of a company. */
  company?: string | null;
  jobTitle?: string;
  description?: string;
}

export interface NewDeal extends Created {
  name: string;
  /** A title, also one given by renameStage; default the first stage. */
  stage?: Stage | (string & {});
  value?: number | null;
  budget?: number | null;
  cost?: number | null;
  /** Default EUR. */
  currency?: string;
  company?: string | null;
  people?: string[];
  /** Id of a member; default the first. */
  owner?: string;
  nextStep?: string;
  /** YYYY-MM-DD. */
  closeDate?: string;
}

export interface NewNote extends Created {
  /** Id of the record the note is about. */
  record: string;
  title: string;
  /** Markdown. */
  content: string;
  meetingId?: string | null;
  author?: string;
}

export interface NewTask extends Created {
  content: string;
  deadlineAt?: When | null;
  records?: string[];
  /** Ids of members; default the first. */
  assignees?: string[];
  isCompleted?: boolean;
}

export interface NewMeeting extends Created {
  title: string;
  description?: string;
  /** Its days only, with start and end as YYYY-MM-DD. */
  allDay?: boolean;
  start: When;
  /** Default an hour after the start; of all-day meetings the next day. */
  end?: When;
  timezone?: string;
  /** People take part with their first address; companies and deals are linked only. */
  records?: string[];
  organizer?: string;
}
