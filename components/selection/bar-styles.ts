/** A button of the selection's bar: on a phone several fit into a line. */
export const BAR_BUTTON = "button max-sm:gap-[0.3rem] max-sm:px-2 max-sm:text-[0.9rem]";

/** Its buttons stand in one line with the others while there is room. */
export const BAR_GROUP = "contents";
