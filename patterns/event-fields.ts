import { type JsonNode, lexemeOf } from './json-node.ts';

/** The element of each array (by a number given to the array) that a value was found in. */
export type Membership = ReadonlyMap<number, number>;

/** A scalar of the event. */
export interface Leaf {
  readonly lexeme: string;
  readonly membership: Membership;
}

/** The scalars of an event by their field name with dots; arrays leave no trace in the name. */
export type EventFields = ReadonlyMap<string, readonly Leaf[]>;

/**
 * Flattens an event as the engine does. Values directly in one array may be combined freely, so a membership tells only of
 * arrays that have an object or an array around the value: in `{"a": [{"b": [1, 2]}]}` both values are in element 0 of `a`.
 */
export function eventFields(event: JsonNode): EventFields {
  const fields = new Map<string, Leaf[]>();
  let arrays = 0;
  const visit = (node: JsonNode, name: string, membership: Membership): void => {
    if (node.kind === 'object') {
      for (const [key, value] of node.entries) visit(value, node === event ? key : `${name}.${key}`, membership);
    } else if (node.kind === 'array') {
      const array = arrays++;
      for (const [index, item] of node.items.entries()) {
        const inside = item.kind === 'object' || item.kind === 'array';
        visit(item, name, inside ? new Map([...membership, [array, index]]) : membership);
      }
    } else {
      const leaf = { lexeme: lexemeOf(node) ?? '', membership };
      const others = fields.get(name);
      if (others === undefined) fields.set(name, [leaf]);
      else others.push(leaf);
    }
  };
  visit(event, '', new Map());
  return fields;
}

/** Both memberships together, or `undefined` when they are in different elements of one array. */
export function joined(first: Membership, second: Membership): Membership | undefined {
  for (const [array, element] of second) {
    const other = first.get(array);
    if (other !== undefined && other !== element) return undefined;
  }
  return second.size === 0 ? first : new Map([...first, ...second]);
}
