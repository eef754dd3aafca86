/** Characters of a note's free text. */
export const MAX_TEXT_LENGTH = 100_000;
export const MAX_TAKEAWAYS = 500;
/** Characters of one. */
export const MAX_TAKEAWAY_LENGTH = 2_000;
/** Seconds: no recording is longer than a week. */
export const MAX_TIME_SECONDS = 7 * 24 * 60 * 60;

/** Of a request with a note of the longest text and the most takeaways, every character written as an escape, and some. */
export const MAX_NOTE_BYTES = 8 * 1024 * 1024;
