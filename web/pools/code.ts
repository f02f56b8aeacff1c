/** The link of an invite. Its code is in the fragment: that stays in the browser, so no log of a server gets to see it. */
export const linkOf = (origin: string, code: string): string => `${origin}/join#${code}`;

/**
 * The code in what somebody has pasted: the code itself, or the whole link.
 *
 * @example
 * codeOf(' https://matchday.example/join#office.b64 '); // 'office.b64'
 */
export const codeOf = (text: string): string => {
  const pasted = text.trim();
  const [, fromLink] = /\/join[#/](.+)$/.exec(pasted) ?? [];
  return fromLink ?? pasted;
};
