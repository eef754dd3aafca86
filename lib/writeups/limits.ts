/** Characters of a title, a heading, a slug or a tag. */
export const MAX_LINE_LENGTH = 2_000;
/** Characters of a description, and of further front matter. */
export const MAX_FIELD_LENGTH = 20_000;
export const MAX_TAGS = 200;
export const MAX_SECTIONS = 500;
/** Places of all sections together. */
export const MAX_ITEMS = 5_000;
/** Of a request with a whole write-up. */
export const MAX_WRITE_UP_BYTES = 8 * 1024 * 1024;
