/** US dollars, list prices of us-east-1 without free tiers but for the one that SQS gives for ever. */
export const PRICES = {
  /** https://aws.amazon.com/cloudwatch/pricing/ : a standard-resolution alarm, a month. */
  alarm: 0.1,
  /** https://aws.amazon.com/sqs/pricing/ : a million requests, after the first million of a month. */
  sqsMillion: 0.4,
  sqsFreeMillions: 1,
  /** https://aws.amazon.com/kms/pricing/ : a key of ours, a month. */
  key: 1,
  /** https://aws.amazon.com/secrets-manager/pricing/ : a secret, a month. */
  secret: 0.4,
  /** https://aws.amazon.com/waf/pricing/ : a web ACL, and each of its rules, a month. */
  firewall: 5,
  firewallRule: 1,
  /** https://aws.amazon.com/lambda/pricing/ : a million requests, and a GB-second on Arm. */
  lambdaMillion: 0.2,
  lambdaGbSecond: 0.0000133334,
  /** https://aws.amazon.com/dynamodb/pricing/on-demand/ : a million write units, and read units. */
  writeMillion: 0.625,
  readMillion: 0.125,
  /** https://aws.amazon.com/eventbridge/pricing/ : a million custom events of up to 64 KB. */
  eventMillion: 1,
  /** https://aws.amazon.com/api-gateway/pricing/ : a million requests to an HTTP API. */
  requestMillion: 1,
} as const;

/** A line of a bill, for the person at the terminal. */
export interface Line {
  readonly what: string;
  readonly dollars: number;
}
