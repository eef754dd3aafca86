/** So many talks are at hand before they are needed; the next are asked for once half of them are used up. */
export const CARDS_AHEAD = 8;
