import {
  type FunctionAssociation,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  Function as ViewerFunction,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/**
 * Each screen has an address of its own, and all of them are one file. Files themselves are what lies in /assets, and names with a
 * dot at the top; deeper, a dot is part of an address: ids of predictions have one.
 * The distribution's error responses could do the same, but would answer for the API too: its 404 would be a page.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */
const CODE = `function handler(event) {
  const request = event.request;
  const isFile = request.uri.startsWith('/assets/') || /^[/][^/]+[.][^/]+$/.test(request.uri);
  if (!isFile) request.uri = '/index.html';
  return request;
}
`;

/** Runs before anything is looked for. */
export const screensAreOneFile = (scope: Construct, id: string): FunctionAssociation => ({
  eventType: FunctionEventType.VIEWER_REQUEST,
  function: new ViewerFunction(scope, id, {
    code: FunctionCode.fromInline(CODE),
    runtime: FunctionRuntime.JS_2_0,
    comment: 'Every screen of the page is index.html',
  }),
});
