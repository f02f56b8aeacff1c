import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAssembly } from '../local/template/assembly.ts';
import type { Assembly } from '../local/types.ts';
import { type Line, PRICES } from './bill/prices.ts';

/**
 * Lambda keeps five long polls of 20 seconds open on an idle queue.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
 */
const POLLS_A_MONTH = (5 * 30 * 24 * 3600) / 20;

const isQueueMapping = (source: unknown): boolean => typeof source === 'string' && source.includes(':sqs:');

/** In a month in which nobody signs in, users cost nothing. */
const PAID_BY_USE = [
  'AWS::Lambda::Function',
  'AWS::DynamoDB::GlobalTable',
  'AWS::Events::Rule',
  'AWS::ApiGatewayV2::Api',
  'AWS::Cognito::UserPool',
];

/** What the stack costs in a month in which nothing happens and nothing is stored. */
const idleCosts = (assembly: Assembly): readonly Line[] => {
  const alarms = assembly.ofType('AWS::CloudWatch::Alarm').length;
  const queues = assembly
    .ofType('AWS::Lambda::EventSourceMapping')
    .filter(({ properties }) => isQueueMapping(properties.EventSourceArn)).length;
  const keys = assembly.ofType('AWS::KMS::Key').length;
  const secrets = assembly.ofType('AWS::SecretsManager::Secret').length;
  const firewalls = assembly.ofType('AWS::WAFv2::WebACL');
  const rules = firewalls.reduce(
    (sum, { properties: { Rules } }) => sum + (Array.isArray(Rules) ? Rules.length : 0),
    0,
  );
  const millions = (queues * POLLS_A_MONTH) / 1e6;
  const free = PAID_BY_USE.map(type => `${assembly.ofType(type).length} ${type.split('::')[2]}`).join(', ');
  return [
    { what: `${alarms} alarms`, dollars: alarms * PRICES.alarm },
    {
      what: `${millions.toFixed(1)} million polls of ${queues} queues`,
      dollars: Math.max(0, millions - PRICES.sqsFreeMillions) * PRICES.sqsMillion,
    },
    { what: `${keys} keys`, dollars: keys * PRICES.key },
    { what: `${secrets} secrets`, dollars: secrets * PRICES.secret },
    {
      what: `${firewalls.length} firewalls with ${rules} rules`,
      dollars: firewalls.length * PRICES.firewall + rules * PRICES.firewallRule,
    },
    { what: `${free}: paid by use`, dollars: 0 },
  ];
};

const folder = mkdtempSync(join(tmpdir(), 'matchday-bill-'));
try {
  execFileSync(process.execPath, [join(import.meta.dirname, '../infra/local.ts'), folder]);
  const lines = idleCosts(loadAssembly(folder));
  const total: Line = { what: 'idle, a month', dollars: lines.reduce((sum, { dollars }) => sum + dollars, 0) };
  for (const { what, dollars } of [...lines, total]) console.log(`${dollars.toFixed(2).padStart(8)} USD  ${what}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
