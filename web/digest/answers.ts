/** What GET /digest answers, as far as this page looks at it. */

export interface Project {
  id: string;
  name: string;
}

/** What is so, and the path at which it is shown with its evidence. */
export interface Line {
  words: string;
  link: string;
}

export interface Change extends Line {
  project: Project;
  bad: boolean;
}

export interface Attention {
  project: Project;
  health: number | null;
  reasons: Line[];
}

export interface Done extends Line {
  project: Project;
  recommendation_id: string;
}

export interface Digest {
  from: string;
  to: string;
  title: string;
  summary: string;
  totals: { changes: number; attention: number; done: number };
  changes: Change[];
  /** Null: the days are not the latest ones, and it is about now. */
  attention: Attention[] | null;
  done: Done[];
}
