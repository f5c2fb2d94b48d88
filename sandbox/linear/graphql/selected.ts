import type { Directive, Document, FieldNode, Selection } from './ast.js';
import type { Variables } from './coerce.js';

/** One key of the answer with everything that is asked of it. */
export interface SelectedField {
  node: FieldNode;
  selections: Selection[];
}

/** @returns the fields by response key: fragments spread, directives obeyed, equal keys merged */
export function selectedFields(
  selections: readonly Selection[],
  document: Document,
  variables: Variables,
  into = new Map<string, SelectedField>(),
): Map<string, SelectedField> {
  for (const node of selections) {
    if (node.directives.some((mark) => leavesOut(mark, variables))) continue;
    if (node.kind === 'field') {
      const field = into.get(node.alias) ?? { node, selections: [] };
      field.selections.push(...(node.selections ?? []));
      into.set(node.alias, field);
    } else {
      const inner = node.kind === 'inline' ? node.selections : document.fragments.get(node.name)?.selections;
      selectedFields(inner ?? [], document, variables, into);
    }
  }
  return into;
}

function leavesOut({ name, args }: Directive, variables: Variables): boolean {
  const value = args['if'];
  const truth = value?.kind === 'variable' ? variables[value.name] : value?.kind === 'boolean' && value.value;
  return (truth === true) === (name === 'skip');
}
