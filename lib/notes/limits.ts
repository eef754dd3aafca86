/** Characters of a note's free text. */
export const LONGEST_TEXT = 100_000;
export const MOST_TAKEAWAYS = 500;
/** Characters of one. */
export const LONGEST_TAKEAWAY = 2_000;
/** Seconds: no recording is longer than a week. */
export const LATEST_TIME = 7 * 24 * 60 * 60;

/** Of a request with a note of the longest text and the most takeaways, every character written as an escape, and some. */
export const MOST_NOTE_BYTES = 8 * 1024 * 1024;
