import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const BUILT_PAGE = join(import.meta.dirname, '../web/dist');

/** A name of the site's own, with a certificate for it in us-east-1. */
export interface SiteDomain {
  readonly name: string;
  readonly certificateArn: string;
}

/** What of the site is said when the app is synthesized. */
export interface SiteOptions {
  /** The built page. */
  readonly folder: string;
  /** Whether whoever opens the page may be anybody: on a developer's machine. */
  readonly demo: boolean;
  readonly domain?: SiteDomain;
}

const CERTIFICATE = /^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/[\w-]+$/;

const domainOf = (name: unknown, certificateArn: unknown): SiteDomain | undefined => {
  if (name === undefined && certificateArn === undefined) return undefined;
  if (typeof name !== 'string' || !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(name))
    throw new Error(`-c siteDomain=${String(name)}: a name is such as matchday.example`);
  if (typeof certificateArn !== 'string' || !CERTIFICATE.test(certificateArn))
    throw new Error(
      `-c siteCertificate=${String(certificateArn)}: CloudFront takes a certificate of us-east-1, by its ARN`,
    );
  return { name, certificateArn };
};

/**
 * What `-c site=` (a folder, `web/dist` when absent), `-c siteDomain=` and `-c siteCertificate=` say; undefined when `site` is
 * `false`: then there is no page, as for a season that is played for its numbers.
 *
 * @param context looks up what was said
 * @throws Error when the page was not built
 */
export const siteOptionsOf = (context: (name: string) => unknown): SiteOptions | undefined => {
  const site = context('site') ?? BUILT_PAGE;
  if (site === false || site === 'false') return undefined;
  const folder = resolve(String(site));
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`${folder} has no page in it: npm run build makes one, -c site=<folder> names another place`);
  const domain = domainOf(context('siteDomain'), context('siteCertificate'));
  return { folder, demo: context('demo') === true, ...(domain && { domain }) };
};
