import type * as z from 'zod';
import { catalog } from '../../shared/events/catalog.ts';
import type { Chain, SchemaVersion } from '../../shared/events/evolution.ts';
import { upcasters } from '../../shared/events/upcasters.ts';

/** An event type as other code knows it: code that is deployed later, or was before. */
export interface OtherType {
  readonly version: SchemaVersion;
  readonly data: z.ZodType;
  readonly upcasters?: Chain<number, unknown>;
}

const replace = (table: object, values: Readonly<Record<string, unknown>>): Disposable => {
  const entries = table as Record<string, unknown>;
  const before = Object.keys(values).map(name => [name, Object.hasOwn(entries, name), entries[name]] as const);
  Object.assign(entries, values);
  return {
    [Symbol.dispose]: () => {
      for (const [name, wasThere, value] of before) {
        if (wasThere) entries[name] = value;
        else delete entries[name];
      }
    },
  };
};

/**
 * Until it is disposed of, the catalog is that of other code.
 *
 * @example
 * using _newer = otherCode({ 'match.finished': { version: '99.0', data: z.unknown() } });
 */
export const otherCode = (types: Readonly<Record<string, OtherType>>): Disposable => {
  const stack = new DisposableStack();
  stack.use(replace(catalog, types));
  const chains = Object.entries(types).flatMap(([type, { upcasters: own }]) => (own ? [[type, own] as const] : []));
  stack.use(replace(upcasters, Object.fromEntries(chains)));
  return stack;
};
