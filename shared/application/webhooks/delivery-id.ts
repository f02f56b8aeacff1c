/** SHA-256, base64url. */
type Sha256 = (text: string) => string;

const TIME_CHARS = 9;
const HASH_CHARS = 22;

/** What a delivery id looks like. */
export const DELIVERY_ID = /^msg_[0-9a-z]{9}_[\w-]{22}$/;

/**
 * The id of what is delivered to a subscription because of something: always the same, so that a duplicate or a replay of an
 * event makes no second delivery. Ids sort by the time of what they are about.
 */
export const deliveryId = (
  sha256: Sha256,
  { subscriptionId, cause, at }: { readonly subscriptionId: string; readonly cause: string; readonly at: string },
): string => {
  const time = Date.parse(at).toString(36).padStart(TIME_CHARS, '0');
  return `msg_${time}_${sha256(JSON.stringify([subscriptionId, cause])).slice(0, HASH_CHARS)}`;
};
