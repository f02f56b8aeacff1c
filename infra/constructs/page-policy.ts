import { Duration } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

const YEAR = Duration.days(365);

/** What the page has no use for, so that nothing that gets into it has. */
const NOT_USED = ['camera', 'geolocation', 'microphone', 'payment', 'usb'];

/**
 * What the page may load and whom it may talk to: itself, and no one else but these.
 *
 * @param connect sources such as `https://login.example`
 */
const contentPolicy = (connect: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    ["connect-src 'self'", ...connect].join(' '),
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

const override = true;

/** The headers that the page and all of its files are sent with. The API sends its own. */
export const pageHeaders = (scope: Construct, id: string, connect: readonly string[]): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: contentPolicy(connect), override },
      strictTransportSecurity: { accessControlMaxAge: YEAR, override },
      contentTypeOptions: { override },
      // For browsers that do not know frame-ancestors.
      frameOptions: { frameOption: HeadersFrameOption.DENY, override },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override },
    },
    customHeadersBehavior: {
      customHeaders: [
        { header: 'Permissions-Policy', value: NOT_USED.map(feature => `${feature}=()`).join(', '), override },
        { header: 'Cross-Origin-Opener-Policy', value: 'same-origin', override },
        { header: 'Cross-Origin-Resource-Policy', value: 'same-origin', override },
      ],
    },
  });
