/** Behind what stands above the page. */
export const BACKDROP = "fixed inset-0 z-40 bg-black/50";

const POPUP =
	"fixed inset-0 z-50 m-auto flex flex-col gap-4 overflow-y-auto rounded-card border border-line bg-surface p-5 text-ink shadow-overlay wrap-anywhere outline-none [&>p:empty]:hidden";

/** What stands above the page. */
export const DIALOG = `${POPUP} h-fit max-h-[calc(100dvh-2rem)] w-[min(30rem,calc(100vw-2rem))]`;

/** A phone gives it all that there is. */
export const LARGE_DIALOG = `${POPUP} max-md:h-dvh max-md:w-screen max-md:rounded-none max-md:border-0 max-md:p-4 md:h-[min(48rem,calc(100dvh-2rem))] md:max-h-[calc(100dvh-2rem)] md:w-[min(64rem,calc(100vw-2rem))]`;
