import { join } from 'node:path';
import ts from 'typescript';
import type { Manifest } from './chart.js';

const HERE = join(import.meta.dirname, 'manifests.ts');
const GROUPS_ELSEWHERE: Record<string, string> = {
  'keda.sh': '@kubernetes-models/keda/keda.sh',
  'monitoring.coreos.com': '@kubernetes-models/prometheus-operator/monitoring.coreos.com',
};

/**
 * What Kubernetes would not take of these manifests: each is type-checked as a literal of its kind, which finds wrong
 * types as well as fields that the kind does not have. Returns one line for each fault.
 */
export function complaintsOf(manifests: readonly Manifest[]): string[] {
  const lines = manifests.map((manifest, index) => {
    const { apiVersion, kind } = manifest;
    return `import { I${kind} as Kind${index} } from '${moduleOf(apiVersion)}/${kind}'; const manifest${index}: Kind${index} = ${JSON.stringify(manifest)};`;
  });
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const text = [...lines, 'export {};'].join('\n');
  const { getSourceFile, readFile, fileExists } = host;
  host.getSourceFile = (name, language, ...rest) =>
    name === HERE ? ts.createSourceFile(name, text, language) : getSourceFile(name, language, ...rest);
  host.readFile = (name) => (name === HERE ? text : readFile(name));
  host.fileExists = (name) => name === HERE || fileExists(name);
  const program = ts.createProgram([HERE], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ start, file, messageText }) => {
    const line = file?.fileName === HERE && start !== undefined ? file.getLineAndCharacterOfPosition(start).line : -1;
    const manifest = manifests[line];
    return `${manifest ? `${manifest.kind} ${manifest.metadata.name}: ` : ''}${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

function moduleOf(apiVersion: string): string {
  const [version = '', group] = apiVersion.split('/').reverse();
  return `${GROUPS_ELSEWHERE[group ?? ''] ?? `kubernetes-models${group === undefined ? '' : `/${group}`}`}/${version}`;
}
