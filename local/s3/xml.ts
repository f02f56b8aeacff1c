/** An XML element: its name, and text or elements in it. */
export type Element = readonly [name: string, content: string | number | boolean | readonly Element[]];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string =>
  // A line break would be read as a blank, and other control characters not at all.
  text.replace(/[&<>"]/g, c => ENTITIES[c] ?? c).replace(/\p{Cc}/gu, c => `&#x${c.charCodeAt(0).toString(16)};`);

const render = ([name, content]: Element): string =>
  `<${name}>${typeof content === 'object' ? content.map(render).join('') : escaped(String(content))}</${name}>`;

/** A document as S3 answers with: https://docs.aws.amazon.com/AmazonS3/latest/API/Welcome.html */
export const xml = (root: Element): Buffer => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${render(root)}`);
