import { Fn, RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  type DistributionProps,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { SiteDomain } from '../site-options.ts';
import { pageHeaders } from './page-policy.ts';
import { screensAreOneFile } from './page-route.ts';

export interface SiteDistributionProps {
  /** Whom the page talks to besides the API, as sources of a content security policy. */
  readonly connect: readonly string[];
  /** A name of our own; absent: CloudFront's. */
  readonly domain?: SiteDomain;
}

/** The page's files: public in what they are, and yet read through the distribution alone. */
const pageBucket = (scope: Construct): Bucket => {
  const bucket = new Bucket(scope, 'Files', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    // Everybody may see what is in it: a key of our own would protect nothing.
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    // To empty it would take a function that may delete; what is left is a build of the page.
    removalPolicy: RemovalPolicy.RETAIN,
  });
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'It holds the files of a public page, and only the distribution reads them.',
  });
  return bucket;
};

/** By CloudFront's own name its own certificate goes, and with that the oldest TLS it takes cannot be chosen. */
const nameOf = (scope: Construct, domain: SiteDomain | undefined): Partial<DistributionProps> =>
  domain
    ? {
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(scope, 'Certificate', domain.certificateArn),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }
    : {};

const acknowledge = (distribution: Distribution, ownName: boolean): void =>
  Validations.of(distribution).acknowledge(
    { id: 'AwsSolutions-CFR1', reason: 'Football is watched everywhere.' },
    {
      id: 'AwsSolutions-CFR2',
      reason: 'A firewall of CloudFront is a stack in us-east-1. The files are static; the API has limits and tokens.',
    },
    {
      id: 'AwsSolutions-CFR3',
      reason: 'A log of who looked at the page would be a log of addresses of persons. The API has a log without them.',
    },
    ...(ownName
      ? []
      : [
          {
            id: 'AwsSolutions-CFR4',
            reason:
              'CloudFront sets what its own certificate takes. -c siteDomain and -c siteCertificate make it TLS 1.2.',
          },
        ]),
  );

/** The page and the API under one origin. See docs/adr/0024-one-origin.md */
export class SiteDistribution extends Construct {
  readonly files: Bucket;
  /** Without a slash at its end. */
  readonly url: string;
  private readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { connect, domain }: SiteDistributionProps) {
    super(scope, id);
    this.files = pageBucket(this);
    this.distribution = new Distribution(this, 'Distribution', {
      comment: 'Matchday: the page and the API',
      ...nameOf(this, domain),
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.files),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: pageHeaders(this, 'Headers', connect),
        functionAssociations: [screensAreOneFile(this, 'Screens')],
      },
    });
    acknowledge(this.distribution, domain !== undefined);
    this.url = `https://${domain?.name ?? this.distribution.distributionDomainName}`;
  }

  /** Puts the API at `/v1` of the page's origin. */
  serve(api: HttpApi): void {
    const origin = new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint)));
    this.distribution.addBehavior('/v1/*', origin, {
      // A token that came without TLS has been seen: it is not led to the right place, but refused.
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      // It would make the ETag of what it compresses a weak one, which If-Match does not take.
      compress: false,
    });
  }
}
