import { Stack, Validations } from 'aws-cdk-lib';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { encryptedLogGroup } from './log-group.ts';

export interface PageDeploymentProps {
  readonly bucket: Bucket;
  /** The built page. */
  readonly folder: string;
  /** What the page has to know of the stage: `config.json`. */
  readonly config: Readonly<Record<string, unknown>>;
}

/** Named by the hash of what is in them: who has one never asks again. */
const HASHED = 'assets/*';
const FOREVER = [CacheControl.fromString('public, max-age=31536000, immutable')];
const ASK_AGAIN = [CacheControl.noCache()];

/** The id that the CDK gives to the function which copies, one for all deployments of a stack. */
const COPIER = 'Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C';

/**
 * Puts the built page into its bucket: first what is new under names of its own, then the files that name it, so nobody gets a page
 * whose parts are not there yet. Nothing is deleted: a page that somebody has open may still ask for parts of its own build.
 */
export class PageDeployment extends Construct {
  private readonly policy: Policy;
  private readonly entry: BucketDeployment;

  constructor(scope: Construct, id: string, { bucket, folder, config }: PageDeploymentProps) {
    super(scope, id);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const logGroup = encryptedLogGroup(this, 'Logs');
    // Its grants are the CDK's own otherwise: everything in the bucket of all assets.
    const common = { destinationBucket: bucket, role: role.withoutPolicyUpdates(), logGroup, prune: false };
    const page = Source.asset(folder);
    const parts = new BucketDeployment(this, 'Parts', {
      ...common,
      sources: [page],
      exclude: ['*'],
      include: [HASHED],
      cacheControl: FOREVER,
    });
    const entry = new BucketDeployment(this, 'Entry', {
      ...common,
      sources: [page, Source.jsonData('config.json', config)],
      exclude: [HASHED],
      cacheControl: ASK_AGAIN,
    });
    // The function has that of the first.
    entry.node.tryRemoveChild('AwsCliLayer');
    entry.node.addDependency(parts);
    const policy = copyingPolicy(this, bucket, [parts, entry]);
    [this.policy, this.entry] = [policy, entry];
    policy.attachToRole(role);
    logGroup.grantWrite(policy);
    parts.node.addDependency(policy);
    Validations.of(Stack.of(this).node.findChild(COPIER)).acknowledge({
      id: 'AwsSolutions-L1',
      reason: 'The CDK brings the function that copies, and says what it runs on.',
    });
  }

  /** Puts a file beside the page that is known only when all the rest of the stack is there. */
  add(file: string, data: unknown): void {
    const before = sourcesOf([this.entry]);
    this.entry.addSource(Source.jsonData(file, data));
    const added = sourcesOf([this.entry]).slice(before.length);
    this.policy.addStatements(new PolicyStatement({ actions: ['s3:GetObject'], resources: added }));
  }
}

/** What deployments copy, as a policy names it. */
const sourcesOf = (deployments: readonly BucketDeployment[]): string[] => {
  const assets = deployments.flatMap(({ node }) => node.children).filter(child => child instanceof Asset);
  return [...new Map(assets.map(asset => [asset.s3ObjectKey, asset.bucket.arnForObjects(asset.s3ObjectKey)])).values()];
};

/** Reads these assets and no others, and writes into this bucket. */
const copyingPolicy = (scope: Construct, bucket: Bucket, deployments: readonly BucketDeployment[]): Policy => {
  const statements = [
    { actions: ['s3:GetObject'], resources: sourcesOf(deployments) },
    { actions: ['s3:ListBucket'], resources: [bucket.bucketArn] },
    { actions: ['s3:PutObject'], resources: [bucket.arnForObjects('*')] },
  ];
  const policy = new Policy(scope, 'Policy', { statements: statements.map(each => new PolicyStatement(each)) });
  Validations.of(policy).acknowledge({
    id: `AwsSolutions-IAM5[Resource::<${Stack.of(scope).getLogicalId(bucket.node.defaultChild as never)}.Arn>/*]`,
    reason: 'The objects of a bucket cannot be named before they are there: all of this bucket, and of no other.',
  });
  return policy;
};
