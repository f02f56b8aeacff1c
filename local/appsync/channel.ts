/** A channel by the segments of its path; the last one of a pattern may be `*`. */
export type Channel = readonly string[];

/** https://docs.aws.amazon.com/appsync/latest/eventapi/channel-namespaces.html */
const MAX_SEGMENTS = 5;
const SEGMENT = /^[A-Za-z0-9]([A-Za-z0-9-]{0,48}[A-Za-z0-9])?$/;

const segmentsOf = (path: string): Channel => path.replace(/^\//, '').replace(/\/$/, '').split('/');

const areValid = (segments: Channel): boolean =>
  segments.length > 0 && segments.length <= MAX_SEGMENTS && segments.every(segment => SEGMENT.test(segment));

/** The channel of a path; undefined for what is none. */
export const channelOf = (path: string): Channel | undefined => {
  const segments = segmentsOf(path);
  return areValid(segments) ? segments : undefined;
};

/** What a subscription may name: a channel, or all that begin so. The namespace is named in any case. */
export const patternOf = (path: string): Channel | undefined => {
  const segments = segmentsOf(path);
  if (segments.at(-1) !== '*') return channelOf(path);
  return areValid(segments.slice(0, -1)) && segments.length <= MAX_SEGMENTS ? segments : undefined;
};

/** Whether a subscription to the pattern gets what is published to the channel. */
export const covers = (pattern: Channel, channel: Channel): boolean => {
  if (pattern.at(-1) !== '*') return pattern.join('/') === channel.join('/');
  const prefix = pattern.slice(0, -1);
  return channel.length > prefix.length && prefix.every((segment, index) => channel[index] === segment);
};
