import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { HANG_LIMIT_MS } from '../support/hang-limit.js';
import { stagesOf, type Stage } from './stages.js';

const run = promisify(execFile);
/** What the official Node image has and a plain folder has not. */
const NODE_IN_IMAGE = '/usr/local/bin/node';

export interface PlainImage {
  stage: Stage;
  /** Its file system's root, as far as the Dockerfile fills it. */
  root: string;
}

/**
 * Goes through the Dockerfile's stages as an engine would, each in a folder under `into` instead of an image, with the
 * files that git has of this project as context and `node` as the image's Node. Stages that the last one does not need
 * are left out.
 */
export async function buildPlainly(project: string, into: string, node: string): Promise<PlainImage> {
  const stages = stagesOf(await readFile(join(project, 'Dockerfile'), 'utf8'));
  const last = stages.at(-1);
  if (!last) throw new Error('the Dockerfile has no stage');
  const roots = new Map<string, string>();
  const needed = neededBy(last, stages);
  for (const stage of stages.filter((one) => needed.has(one.name))) {
    const root = join(into, stage.name);
    await mkdir(root, { recursive: true });
    roots.set(stage.name, root);
    const base = roots.get(stage.from);
    if (base !== undefined) await link(`${base}/.`, root);
    await fill(stage, root, roots, { project, node });
  }
  return { stage: last, root: join(into, last.name) };
}

function neededBy(stage: Stage, stages: readonly Stage[]): Set<string> {
  const names = [stage.from, ...stage.steps.flatMap((step) => (step.kind === 'copy' && step.from ? [step.from] : []))];
  const below = stages.filter(({ name }) => names.includes(name)).flatMap((one) => [...neededBy(one, stages)]);
  return new Set([stage.name, ...below]);
}

async function fill(
  stage: Stage,
  root: string,
  roots: ReadonlyMap<string, string>,
  { project, node }: { project: string; node: string },
): Promise<void> {
  const workdir = join(root, 'app');
  await mkdir(workdir, { recursive: true });
  for (const step of stage.steps) {
    if (step.kind === 'run') {
      await run('sh', ['-ec', step.command], { cwd: workdir, timeout: HANG_LIMIT_MS, maxBuffer: 64 << 20 });
    }
    if (step.kind !== 'copy') continue;
    const target = step.target.startsWith('/') ? join(root, step.target) : join(workdir, step.target);
    for (const source of step.sources) {
      if (source === NODE_IN_IMAGE) {
        await cp(node, target);
        await chmod(target, 0o755);
      } else if (step.from === null) await copyContext(project, source, target);
      else {
        // A folder's content goes into the target, a file into it where the target ends in a slash: as COPY does.
        const into = step.target.endsWith('/') ? join(target, basename(source)) : target;
        await link(join(roots.get(step.from) ?? '', source), into);
      }
    }
  }
}

/** A copy made of hard links: a stage may add and remove files, and what it removes stays where it came from. */
async function link(from: string, to: string): Promise<void> {
  await run('cp', ['-al', from, to]);
}

/** The build context: what git keeps, less what .dockerignore leaves out. */
async function copyContext(project: string, source: string, target: string): Promise<void> {
  const ignored = (await readFile(join(project, '.dockerignore'), 'utf8')).split('\n').filter((line) => line !== '');
  const listed = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', source], {
    cwd: project,
    maxBuffer: 64 << 20,
  });
  for (const file of listed.stdout.split('\0').filter((name) => name !== '')) {
    if (ignored.some((pattern) => file === pattern || file.startsWith(`${pattern}/`))) continue;
    await cp(join(project, file), join(target, file));
  }
}
