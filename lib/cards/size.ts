/** Pixels, as https://ogp.me and those who show cards expect. */
export const WIDTH = 1200;
export const HEIGHT = 630;
