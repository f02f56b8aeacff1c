import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNamesakes } from '../../../web/names/namesakes.ts';

const ids = fc.constantFrom('ada', 'bob', 'ada-2', '3f2a91bc-0001', '3f2a91bc-0002', '3f2a91bc-00021', 'eve');
const names = fc.constantFrom('Ada', 'ada', ' ADA ', 'Ａda', 'Bob', 'bob', 'Eve  E', 'eve e', null);
const step = fc.record({ id: ids, name: fc.option(names, { nil: 'gone' as const }) });

describe('namesakes', () => {
  it('are told apart, whatever names come and go; whoever has no namesake is not marked', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), steps => {
        const [namesakes, known] = [createNamesakes(), new Map<string, string | null>()];
        for (const { id, name } of steps) {
          if (name === 'gone') namesakes.remove(id);
          else namesakes.put(id, name);
          if (name === 'gone') known.delete(id);
          else known.set(id, name);
        }
        const looks = (id: string): string =>
          (known.get(id) ?? id).normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
        const shown = [...known.keys()].map(id => [looks(id), namesakes.markOf(id)].join('|'));
        expect(new Set(shown).size).toBe(known.size);
        for (const id of known.keys()) {
          const shared = [...known.keys()].some(other => other !== id && looks(other) === looks(id));
          const mark = namesakes.markOf(id);
          expect(mark !== undefined).toBe(shared && known.get(id) !== null);
          if (mark !== undefined) expect(id.startsWith(mark)).toBe(true);
        }
      }),
    );
  });

  it('are told of once something has changed, and only then', () => {
    const namesakes = createNamesakes();
    let told = 0;
    const end = namesakes.subscribe(() => {
      told += 1;
    });
    namesakes.put('ada', 'Ada');
    namesakes.put('ada', 'Ada');
    namesakes.remove('bob');
    expect([told, namesakes.version()]).toEqual([1, 1]);
    namesakes.put('bob', 'Ada');
    expect([told, namesakes.markOf('ada'), namesakes.markOf('bob')]).toEqual([2, 'ada', 'bob']);
    end();
    namesakes.remove('bob');
    expect([told, namesakes.markOf('ada')]).toEqual([2, undefined]);
  });
});
