import { DockerfileParser, type Copy, type From, type Instruction } from 'dockerfile-ast';

export interface Stage {
  name: string;
  /** What it begins with: another stage, or an image. */
  from: string;
  steps: Step[];
}

export type Step =
  | { kind: 'run'; command: string }
  | { kind: 'copy'; from: string | null; sources: string[]; target: string }
  | { kind: 'setting'; keyword: string; text: string };

/** The stages of a Dockerfile, in order. */
export function stagesOf(dockerfile: string): Stage[] {
  const stages: Stage[] = [];
  for (const instruction of DockerfileParser.parse(dockerfile).getInstructions()) {
    if (instruction.getKeyword() === 'FROM') {
      const from = instruction as From;
      stages.push({ name: from.getBuildStage() ?? 'final', from: from.getImage() ?? '', steps: [] });
    } else stages.at(-1)?.steps.push(stepOf(instruction));
  }
  return stages;
}

function stepOf(instruction: Instruction): Step {
  const words = instruction.getArguments().map((argument) => argument.getValue());
  const keyword = instruction.getKeyword();
  if (keyword === 'RUN') return { kind: 'run', command: instruction.getArgumentsContent() ?? '' };
  if (keyword === 'COPY') {
    const from = (instruction as Copy).getFlags().find((flag) => flag.getName() === 'from');
    return { kind: 'copy', from: from?.getValue() ?? null, sources: words.slice(0, -1), target: words.at(-1) ?? '' };
  }
  return { kind: 'setting', keyword, text: instruction.getRawArgumentsContent() ?? '' };
}
