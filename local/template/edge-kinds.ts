import { type Attribute, identified, idOf, type Kind } from './identity.ts';

const distributionArn: Attribute = it => `arn:${it.partition}:cloudfront::${it.account}:distribution/${idOf(it)}`;
const functionArn: Attribute = it => `arn:${it.partition}:cloudfront::${it.account}:function/${it.name}`;

/** What CloudFront serves by. Its resources are of no region. */
export const edgeKinds: Readonly<Record<string, Kind>> = {
  'AWS::CloudFront::Distribution': {
    arn: distributionArn,
    ref: idOf,
    attributes: { Id: idOf, DomainName: it => it.endpoints.siteHost(it.logicalId) },
  },
  'AWS::CloudFront::Function': {
    nameProperty: 'Name',
    maxNameLength: 64,
    arn: functionArn,
    ref: functionArn,
    attributes: { FunctionARN: functionArn },
  },
  'AWS::CloudFront::OriginAccessControl': identified('Id'),
  'AWS::CloudFront::ResponseHeadersPolicy': identified('Id'),
};
