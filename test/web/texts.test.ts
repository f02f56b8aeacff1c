import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Texts } from '../../web/i18n/texts.ts';

const WEB = join(import.meta.dirname, '../../web');
const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter(
  file => file.endsWith('texts.ts') && !file.startsWith('i18n') && !file.startsWith('dist'),
);
const all = (
  await Promise.all(
    files.map(async file =>
      Object.values((await import(join(WEB, file))) as Record<string, Texts<Record<string, string>>>),
    ),
  )
).flat();

const placeholders = (text: string | undefined): readonly string[] =>
  [...(text ?? '').matchAll(/{{(\w+)}}/g)].map(([, name = '']) => name).sort();

describe('the texts of the page', () => {
  it('are found', () => {
    expect(all.length).toBeGreaterThanOrEqual(4);
  });

  it('have a namespace of their own each', () => {
    const namespaces = all.map(({ namespace }) => namespace);
    expect(new Set(namespaces).size).toBe(namespaces.length);
  });

  it.each(all.map(texts => [texts.namespace, texts] as const))(
    '%s: the same keys and placeholders in each language',
    (_, { messages }) => {
      const { en, de } = messages;
      expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
      for (const [key, text] of Object.entries(en)) {
        expect(text, key).not.toBe('');
        expect(de[key], key).not.toBe('');
        expect(placeholders(de[key]), key).toEqual(placeholders(text));
      }
    },
  );
});
