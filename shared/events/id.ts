/** An identifier: lower-case letters and digits in groups joined by single hyphens, so that it may stand in keys and URLs as it is. */
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Characters that an identifier may have. */
export const MAX_ID_CHARS = 100;
