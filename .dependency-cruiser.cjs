/**
 * Who may import whom. The rules are those of docs/architecture.md; `npm run deps` fails when one is broken, and also when
 * nothing was looked at.
 */
const rule = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });
const inside = folder => ({ path: `^${folder}/` });

/** A folder that may import only these folders of ours (itself included), and npm packages as `npm` says. */
const only = (folder, allowed, { npm = true, node = true } = {}) => [
  rule(
    `${folder}-imports-only-${allowed.join('-') || 'nothing'}`.replaceAll('/', '-'),
    inside(folder),
    {
      pathNot: [...[folder, ...allowed].map(name => `^${name}`), 'node_modules', '^node:', '^aws-lambda$'],
      dependencyTypesNot: ['core'],
    },
    `${folder} may import ${allowed.join(', ') || 'nothing'} of ours`,
  ),
  ...(npm ? [] : [rule(`${folder}-no-npm`, inside(folder), { path: 'node_modules' }, `${folder} is free of packages`)]),
  ...(node
    ? []
    : [rule(`${folder}-no-node`, inside(folder), { dependencyTypes: ['core'] }, `${folder} is free of node:`)]),
];

const DOMAIN = 'shared/domain/';
const EVENTS = 'shared/events/';
const PROJECTIONS = 'shared/projections/';
const APPLICATION = 'shared/application/';
const PATTERNS = 'patterns/';
const CORE = [DOMAIN, EVENTS, PROJECTIONS, APPLICATION];

module.exports = {
  forbidden: [
    rule('no-circular', {}, { circular: true }, 'no cycles'),
    ...only('shared/domain', [], { npm: false, node: false }),
    ...only('shared/events', [DOMAIN], { node: false }),
    rule(
      'events-only-zod',
      inside('shared/events'),
      { path: 'node_modules', pathNot: 'node_modules/zod/' },
      'events use zod alone',
    ),
    ...only('shared/projections', [DOMAIN, EVENTS], { npm: false, node: false }),
    ...only('shared/application', [DOMAIN, EVENTS, PROJECTIONS, PATTERNS], { npm: false, node: false }),
    ...only('patterns', [], { npm: false, node: true }),
    ...['store', 'bus', 'lambda', 'gateways'].flatMap(adapter => only(`shared/${adapter}`, CORE)),
    rule(
      'aws-sdk-in-adapters',
      {
        path: '^(shared|functions)/',
        pathNot: '^(shared/(store|bus|gateways)/|functions/(publish-events|reconcile)/handler)',
      },
      { path: 'node_modules/@aws-sdk/' },
      'the AWS SDK lives in adapters',
    ),
    rule(
      'functions-not-each-other',
      { path: '^functions/([^/]+)/' },
      { path: '^functions/', pathNot: '^functions/$1/' },
      'a function knows no other',
    ),
    rule(
      'functions-only-shared',
      inside('functions'),
      { pathNot: ['^functions/', '^shared/', 'node_modules', '^aws-lambda$'], dependencyTypesNot: ['core'] },
      'functions import shared',
    ),
    rule(
      'configuration-is-data',
      { path: '^functions/[^/]+/(subscription|routes)\\.ts$' },
      { pathNot: '^shared/events/' },
      'a subscription is data',
    ),
    rule(
      'infra-reads-configuration',
      inside('infra'),
      {
        path: '^(functions|shared|local|cli)/',
        pathNot: '^(functions/[^/]+/(subscription|routes)\\.ts$|shared/events/)',
      },
      'infra reads configuration, not code',
    ),
    rule(
      'local-knows-no-product',
      inside('local'),
      { path: '^(shared|functions|infra|cli)/' },
      'the local runtime could run another project',
    ),
    rule(
      'cli-through-the-front-door',
      inside('cli'),
      { path: '^(functions|infra)/' },
      'the CLI uses the API and shared',
    ),
    ...only('client', [], { node: false }),
    ...only('web', ['client', DOMAIN, PROJECTIONS, EVENTS], { node: false }),
    rule('nothing-imports-the-page', { pathNot: '^(web|test)/' }, { path: '^web/' }, 'the page is a client'),
    rule('nothing-imports-tests', { pathNot: '^(test|bench)/' }, { path: '^test/' }, 'tests are not imported'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(cdk\\.out|coverage|web/dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
