import { type Document, namedType, type Operation, type Selection } from './graphql/ast.js';
import type { Coercion, Variables } from './graphql/coerce.js';
import type { ObjectType, Schema } from './graphql/schema.js';
import { selectedFields } from './graphql/selected.js';
import { DEFAULT_PAGE } from './connection.js';

const PROPERTY = 1;
const OBJECT = 10;

export interface Costed {
  schema: Schema;
  coercion: Coercion;
  document: Document;
  variables: Variables;
}

/** Linear's published price of a query: 0.1 a property, 1 an object, a list as often as the rows it may have. */
export function complexityOf(operation: Operation, query: Costed): number {
  return Math.ceil(cost(query.schema.root(operation), operation.selections, query, 1) / 10);
}

/** In tenths, so that the sum has no dust behind the point. `rows`: how many a list at hand is counted for. */
function cost(type: ObjectType, selections: readonly Selection[], query: Costed, rows: number): number {
  let sum = 0;
  for (const { node, selections: inner } of selectedFields(selections, query.document, query.variables).values()) {
    const field = type.fields[node.name];
    const target = field && query.schema.get(namedType(field.type));
    if (!field || target?.kind !== 'object') {
      sum += PROPERTY;
      continue;
    }
    if ('first' in field.args) {
      const args = query.coercion.arguments(field.args, node.args, query.variables);
      const size = args['first'] ?? args['last'] ?? DEFAULT_PAGE;
      sum += cost(target, inner, query, Math.max(1, Number(size)));
    } else {
      const times = node.name === 'nodes' || node.name === 'edges' ? rows : 1;
      sum += times * (OBJECT + cost(target, inner, query, 1));
    }
  }
  return sum;
}
