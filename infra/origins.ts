/** https, or http on the machine of whoever works on a page. */
const ORIGIN = /^(https:\/\/[a-z0-9.-]+|http:\/\/(localhost|127\.0\.0\.1))(:\d{1,5})?$/;

/**
 * Sites that `-c origins=https://a.example,https://b.example` names.
 *
 * @throws Error for what is not the origin of a site; `*` is none: who may call is decided, not left open
 */
export const originsOf = (text: unknown): readonly string[] => {
  const origins = typeof text === 'string' ? text.split(',').filter(origin => origin !== '') : [];
  const wrong = origins.find(origin => !ORIGIN.test(origin));
  if (wrong !== undefined) throw new Error(`-c origins=${wrong}: an origin is such as https://matchday.example`);
  return origins;
};
