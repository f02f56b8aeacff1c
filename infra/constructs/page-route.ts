import {
  type FunctionAssociation,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  Function as ViewerFunction,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/**
 * Each screen has an address of its own, and all of them are one file. What has a dot in its last segment is a file itself.
 * The distribution's error responses could do the same, but would answer for the API too: its 404 would be a page.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */
const CODE = `function handler(event) {
  const request = event.request;
  const last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (!last.includes('.')) request.uri = '/index.html';
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
