import { AnchorError, type AnchorLog, anchorKey, parseHeader } from '../../shared/application/anchors.ts';

/** Anchors in memory. Whoever has `objects` can tamper with them. */
export const memoryAnchors = (): AnchorLog & { readonly objects: Map<string, string> } => {
  const objects = new Map<string, string>();
  const read = async (key: string): Promise<string> => {
    const text = objects.get(key);
    if (text === undefined) throw new AnchorError(`${key} is not in the bucket`);
    return text;
  };
  return {
    objects,
    read,
    newest: async () => {
      const [key] = [...objects.keys()].filter(name => name.startsWith('anchors/')).sort();
      return key === undefined ? undefined : parseHeader(key, await read(key));
    },
    at: async number => parseHeader(anchorKey(number), await read(anchorKey(number))),
    write: async ({ key, text, chunks, list }) => {
      for (const object of [...chunks, list]) objects.set(object.key, object.text);
      if (objects.has(key)) return 'taken';
      objects.set(key, text);
      return 'written';
    },
  };
};
