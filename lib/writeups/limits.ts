/** Characters of a title, a heading, a slug or a tag. */
export const LONGEST_LINE = 2_000;
/** Characters of a description, and of further front matter. */
export const LONGEST_FIELD = 20_000;
export const MOST_TAGS = 200;
export const MOST_SECTIONS = 500;
/** Places of all sections together. */
export const MOST_ITEMS = 5_000;
/** Of a request with a whole write-up. */
export const MOST_WRITE_UP_BYTES = 8 * 1024 * 1024;
