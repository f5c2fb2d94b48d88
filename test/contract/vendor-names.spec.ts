import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CONNECTORS } from '../../src/projects/index.js';

const ROOT = join(import.meta.dirname, '../..');
const SOURCES = join(ROOT, 'src');
/** Also what their tables and columns begin with. */
const NAMES = new RegExp(`(?<![a-z])(${[...CONNECTORS, 'cw'].join('|')})(?![a-z])`, 'i');

/** Files that name vendors all the same: what each of them says is told or shown, and decides nothing. */
const ALLOWED: Readonly<Record<string, string>> = {
  'projects/domain/connectors.ts': 'the one list of names',
  'config/variables.ts': 'names, defaults and help texts of variables',
  'database/migrations.ts': 'names of migrations',
  'kag-events/event-catalogue.ts': 'texts of the reference: which vendor tells an event',
  'kag-events/event.ts': 'names of fields in the published contract',
  'kag-events/new-event.ts': 'names of fields in the published contract',
  'kag-events/event-log.entity.ts': 'names of fields in the published contract',
  'kag-events/event-log.repository.ts': 'names of fields in the published contract',
  'kag-events/event-filter.ts': 'names of fields in the published contract',
  'kag-recommendations/domain/gate.ts': 'names of fields in the published contract',
  'kag-events/kag-events.dto.ts': 'examples of the document',
  'search/search.dto.ts': 'examples of the document',
  'actions/actions.dto.ts': 'examples of the document',
  'actions/examples.ts': 'examples of the document',
  'kag-events/domain/detect/learned/weights.ts': 'learned figures, in letters that mean nothing',
  'kag-events/examples.ts': 'examples of the document',
  'kag-recommendations/examples.ts': 'examples of the document',
  'kag-snapshots/examples.ts': 'examples of the document',
  'ops/diagnosis/examples.ts': 'examples of the document',
  'portfolio/examples.ts': 'examples of the document',
  'search/examples.ts': 'examples of the document',
  'similarity/examples.ts': 'examples of the document',
  'audit/audit.controller.ts': 'examples of the document',
  'change-stream/present-change.ts': 'examples of the document',
  'jobs/job-runs.controller.ts': 'examples of the document',
  'jobs/present-run.ts': 'examples of the document',
  'jobs/scheduler.controller.ts': 'examples of the document',
  'jobs/trigger.ts': 'examples of the document',
  'ops/jobs-status.controller.ts': 'examples of the document',
  'projects/examples.ts': 'examples of the document',
  'projects/project-sources.controller.ts': 'examples of the document',
  'removal/removal.controller.ts': 'examples of the document',
};

/** Comments say what they like; `linear` is also a word of arithmetic there. */
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

const naming = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .map((path) => join(SOURCES, path))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('spec.ts'))
  .filter((path) => !relative(SOURCES, path).startsWith(`connectors`))
  .filter((path) => NAMES.test(withoutComments(readFileSync(path, 'utf8'))))
  .map((path) => relative(SOURCES, path));

describe('outside of connectors/', () => {
  it('vendors are named by texts alone', () => expect(naming.filter((path) => !(path in ALLOWED))).toEqual([]));

  it('every file that may name them does', () =>
    expect(Object.keys(ALLOWED).filter((path) => !naming.includes(path))).toEqual([]));
});
