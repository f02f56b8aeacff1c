/**
 * Compiles a pattern of an IAM policy: `*` is any text, `?` any one character, everything else itself.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 * @param flags `i` for action names, which IAM compares without regard to case
 */
export function wildcard(pattern: string, flags: '' | 'i' = ''): (text: string) => boolean {
  if (pattern === '*') return () => true;
  const source = pattern.replaceAll(/[.+^${}()|[\]\\*?]/g, character => {
    if (character === '*') return '[^]*';
    return character === '?' ? '[^]' : `\\${character}`;
  });
  const expression = new RegExp(`^${source}$`, flags);
  return text => expression.test(text);
}
