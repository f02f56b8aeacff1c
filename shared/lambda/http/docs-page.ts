/** What the page reads of a description; the rest of OpenAPI is not for it. */
export interface ApiDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description?: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, unknown>>;
    readonly parameters: Readonly<Record<string, ApiParameter>>;
    readonly responses: Readonly<Record<string, ApiResponse>>;
  };
}

interface ApiParameter {
  readonly name?: string;
  readonly in?: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly schema?: unknown;
  readonly $ref?: string;
}

interface ApiContent {
  readonly schema: unknown;
  readonly example?: unknown;
}

interface ApiResponse {
  readonly description?: string;
  readonly content?: Readonly<Record<string, ApiContent>>;
  readonly $ref?: string;
}

interface ApiOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly security: readonly unknown[];
  readonly parameters: readonly ApiParameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: { readonly 'application/json': ApiContent } };
  readonly responses: Readonly<Record<string, ApiResponse>>;
}

/** An operation with its place. */
interface Placed {
  readonly method: string;
  readonly path: string;
  readonly operation: ApiOperation;
}

export const STYLE = `
:root{color-scheme:light dark;--ink:#1c1c1e;--paper:#fff;--soft:#f3f4f2;--line:#d0d3cd;--accent:#0b6b3a;--dim:#565b52}
@media (prefers-color-scheme:dark){:root{--ink:#e9ebe6;--paper:#131512;--soft:#1e211c;--line:#3a3f36;--accent:#6fd19c;--dim:#a9afa3}}
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);display:grid;grid-template-columns:17rem minmax(0,1fr)}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:1rem;background:var(--soft);border-right:1px solid var(--line);font-size:.9rem}
nav h2{font-size:1rem;margin:1rem 0 .25rem}nav ul{list-style:none;margin:0;padding:0}
main{padding:1rem 2rem;max-width:60rem}
a{color:var(--accent)}a:focus-visible,summary:focus-visible,pre:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem}
article{border-top:1px solid var(--line);padding:1rem 0}
h3{margin:.5rem 0}h3 code{font-weight:600}
code,pre{font:14px/1.45 ui-monospace,monospace}
pre{background:var(--soft);border:1px solid var(--line);border-radius:4px;padding:.75rem;overflow:auto}
table{border-collapse:collapse;width:100%;margin:.5rem 0}th,td{border-bottom:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top}
caption{text-align:left;font-weight:600;padding:.3rem 0}
.who{color:var(--dim);margin:.25rem 0}
@media (max-width:50rem){body{display:block}nav{position:static;height:auto;border-right:0;border-bottom:1px solid var(--line)}main{padding:1rem}}
`;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Text between backticks as code. */
const prose = (text: string): string => escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');

/** JSON to be read, with links to the schemas that it names. */
const json = (value: unknown): string =>
  escapeHtml(JSON.stringify(value, null, 2)).replace(
    /&quot;#\/components\/schemas\/(\w+)&quot;/g,
    '<a href="#schema-$1">$1</a>',
  );

const block = (label: string, content: string): string =>
  `<pre tabindex="0" role="region" aria-label="${escapeHtml(label)}"><code>${content}</code></pre>`;

const parameterRow = ({ name = '', in: place = '', description = '', required, schema }: ApiParameter): string =>
  `<tr><th scope="row"><code>${escapeHtml(name)}</code></th><td>${escapeHtml(place)}${required ? ', required' : ''}</td>` +
  `<td>${prose(description)}</td><td><code>${json(schema)}</code></td></tr>`;

/** What a reference means, of the components of its kind. */
const resolved = <T extends { readonly $ref?: string }>(own: T, components: Readonly<Record<string, T>>): T =>
  (own.$ref === undefined ? own : components[own.$ref.split('/').at(-1) ?? '']) ?? own;

const parameters = ({ components }: ApiDocument, { operation }: Placed): string => {
  const rows = operation.parameters.map(own => parameterRow(resolved(own, components.parameters)));
  return `<table><caption>Parameters</caption><thead><tr><th scope="col">Name</th><th scope="col">In</th><th scope="col">Meaning</th><th scope="col">Schema</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
};

const answers = ({ components }: ApiDocument, { operation }: Placed): string => {
  const rows = Object.entries(operation.responses).map(([status, own]) => {
    const { description = '', content = {} } = resolved(own, components.responses);
    const schemas = Object.entries(content).map(([type, { schema }]) =>
      status < '300'
        ? `<details><summary>${escapeHtml(type)}</summary>${block(`${operation.summary}: answer ${status}`, json(schema))}</details>`
        : `${escapeHtml(type)}: ${json(schema).replace(/^\{\s*&quot;\$ref&quot;: |\s*\}$/g, '')}`,
    );
    return `<tr><th scope="row">${status}</th><td>${prose(description)}</td><td>${schemas.join('<br>')}</td></tr>`;
  });
  return `<table><caption>Answers</caption><thead><tr><th scope="col">Status</th><th scope="col">Meaning</th><th scope="col">Body</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
};

/** A text in single quotes, for a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** A request as somebody at a terminal sends it. */
const curl = ({ method, path, operation }: Placed): string => {
  const body = operation.requestBody?.content['application/json'].example;
  const lines = [
    `curl${method === 'GET' ? '' : ` -X ${method}`} "$API${path}"`,
    ...(operation.security.length > 0 ? ['-H "authorization: Bearer $TOKEN"'] : []),
    ...(method === 'GET' ? [] : [`-H "idempotency-key: $(uuidgen)"`]),
    ...(body === undefined || !operation.requestBody?.required
      ? []
      : [`-H 'content-type: application/json'`, `-d ${quoted(JSON.stringify(body))}`]),
  ];
  return lines.join(' \\\n  ');
};

const article = (document: ApiDocument, placed: Placed): string => {
  const { method, path, operation } = placed;
  const { operationId, summary, description, requestBody } = operation;
  const body = requestBody?.content['application/json'].schema;
  return [
    `<article id="${escapeHtml(operationId)}" aria-labelledby="${escapeHtml(operationId)}-title">`,
    `<h3 id="${escapeHtml(operationId)}-title"><code>${method} ${escapeHtml(path)}</code></h3>`,
    `<p>${prose(summary)}.</p><p class="who">${prose(description)} <code>${escapeHtml(operationId)}</code></p>`,
    parameters(document, placed),
    body === undefined
      ? ''
      : `<p>Body${requestBody?.required ? '' : ' (may be left out)'}:</p>${block(`${summary}: body`, json(body))}`,
    answers(document, placed),
    block(`${summary}: example`, escapeHtml(curl(placed))),
    '</article>',
  ].join('');
};

const schemaArticle = ([name, schema]: readonly [string, unknown]): string =>
  `<article id="schema-${escapeHtml(name)}" aria-labelledby="schema-${escapeHtml(name)}-title"><h3 id="schema-${escapeHtml(name)}-title"><code>${escapeHtml(name)}</code></h3>${block(`schema ${name}`, json(schema))}</article>`;

const link = ({ method, path, operation }: Placed): string =>
  `<li><a href="#${escapeHtml(operation.operationId)}">${method} ${escapeHtml(path)}</a></li>`;

/** A page from a description of an API: every route with its parameters, body, answers and an example. HTML and a style, no script. */
export const docsPage = (document: ApiDocument): string => {
  const { info, tags, paths, components } = document;
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const sections = tags.map(({ name, description = '' }) => {
    const own = all.filter(({ operation }) => operation.tags.includes(name));
    return {
      nav: `<h2>${escapeHtml(name)}</h2><ul>${own.map(link).join('')}</ul>`,
      main: `<section aria-label="${escapeHtml(name)}"><h2>${escapeHtml(name)}</h2><p>${prose(description)}</p>${own.map(placed => article(document, placed)).join('')}</section>`,
    };
  });
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escapeHtml(info.title)}: the API</title><style>${STYLE}</style></head><body>`,
    '<a class="skip" href="#content">Skip to the content</a>',
    `<nav aria-label="Routes">${sections.map(({ nav }) => nav).join('')}<h2><a href="#schemas">Schemas</a></h2></nav>`,
    `<main id="content"><h1>${escapeHtml(info.title)}: the API</h1><p>${prose(info.description)}</p>`,
    '<p>For programs: <a href="openapi.json">openapi.json</a> (OpenAPI 3.1). In the examples <code>$API</code> is where this page comes from, <code>$TOKEN</code> an access token.</p>',
    sections.map(({ main }) => main).join(''),
    `<section id="schemas" aria-label="Schemas"><h2>Schemas</h2>${Object.entries(components.schemas).map(schemaArticle).join('')}</section>`,
    '</main></body></html>',
  ].join('');
};
