const pascal = (words: string): string =>
  words
    .split(/[^a-zA-Z0-9]+/)
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

const camel = (words: string): string => {
  const name = pascal(words);
  return name.charAt(0).toLowerCase() + name.slice(1);
};

/** `matches` is of a `match`, `deliveries` of a `delivery`. */
const singular = (word: string): string => {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
};

const isVariable = (segment: string): boolean => segment.startsWith('{');

const VERBS: Readonly<Record<string, string>> = { GET: 'get', PUT: 'put', PATCH: 'change', DELETE: 'delete' };

const actionOf = (action: string, subject: string): string =>
  `${camel(action)}${action.includes('-') ? 'Of' : ''}${subject}`;

/** The segments of a route after its version, without variables. */
const literalsOf = (segments: readonly string[]): readonly string[] => segments.filter(segment => !isVariable(segment));

/** The name of a route for programs: `finishMatch`, `listEvents`, `getCompetitionStandings`. */
export const operationId = (route: string): string => {
  const [method = '', path = ''] = route.split(' ');
  const segments = path.split('/').slice(2);
  const literals = literalsOf(segments);
  const last = literals.at(-1) ?? '';
  const subject = literals
    .slice(0, -1)
    .map(word => pascal(singular(word)))
    .join('');
  if (isVariable(segments.at(-1) ?? '')) return `${VERBS[method] ?? camel(method)}${subject}${pascal(singular(last))}`;
  if (method === 'POST') return literals.length > 1 ? actionOf(last, subject) : `create${pascal(singular(last))}`;
  const isList = method === 'GET' && segments.length === 1 && last.endsWith('s');
  return `${isList ? 'list' : (VERBS[method] ?? camel(method))}${subject}${pascal(last)}`;
};

/** Routes about the API itself. */
const DESCRIPTION = new Set(['openapi.json', 'docs']);

/** Under which heading a route stands: `Matches`. */
export const tagOf = (route: string): string => {
  const [first = ''] = literalsOf(route.split('/').slice(2));
  return DESCRIPTION.has(first) ? 'Description' : pascal(first);
};
