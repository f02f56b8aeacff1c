import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';

/** Requests of one address in five minutes. Many people may stand behind one. */
const MAX_PER_ADDRESS = 1000;

const visible = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  // A sample shows addresses and headers of who asked.
  sampledRequestsEnabled: false,
});

/** Rules that AWS keeps: https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html */
const managed = (name: string, priority: number): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
  visibilityConfig: visible(name),
});

const perAddress = (priority: number): CfnWebACL.RuleProperty => ({
  name: 'PerAddress',
  priority,
  action: { block: {} },
  statement: { rateBasedStatement: { limit: MAX_PER_ADDRESS, aggregateKeyType: 'IP' } },
  visibilityConfig: visible('PerAddress'),
});

/**
 * Puts a web firewall before a resource. AWS allows that for user pools (sign-in, where passwords are guessed), CloudFront and
 * load balancers, and not for HTTP APIs: those have limits by route and tokens that are checked before a function runs.
 * https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html
 *
 * @param arn of what is protected
 */
export const protect = (scope: Construct, arn: string): void => {
  const acl = new CfnWebACL(scope, 'Firewall', {
    scope: 'REGIONAL',
    defaultAction: { allow: {} },
    visibilityConfig: visible('Firewall'),
    rules: [
      perAddress(0),
      managed('AWSManagedRulesAmazonIpReputationList', 1),
      managed('AWSManagedRulesCommonRuleSet', 2),
      managed('AWSManagedRulesKnownBadInputsRuleSet', 3),
    ],
  });
  new CfnWebACLAssociation(scope, 'FirewallAssociation', { webAclArn: acl.attrArn, resourceArn: arn });
};
