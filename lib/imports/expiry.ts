const MAX_AGE_MS = 60 * 60_000;

/** Files that were staged before this are gone. */
export const getExpiryCutoff = (now: Date): Date => new Date(now.getTime() - MAX_AGE_MS);
