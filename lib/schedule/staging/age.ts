const LONGEST_MS = 60 * 60_000;

/** Files that were staged before this are gone. */
export const oldestKept = (now: Date): Date => new Date(now.getTime() - LONGEST_MS);
