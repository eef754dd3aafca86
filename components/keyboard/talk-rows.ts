/**
 * The talks that a page lists, as the keys see them: links of the class `talk-title`, each within a row that may hold the
 * talk's marks. So any list of talks is moved through, whoever draws it.
 */

type TalkLink = HTMLAnchorElement;

/** Where the visitor is, though a press took the row or its focus away. */
let latest: { readonly link: TalkLink; readonly index: number; readonly page: string } | undefined;

export function listTalkLinks(): TalkLink[] {
	return [...document.querySelectorAll<TalkLink>("main a.talk-title")].filter((link) => link.checkVisibility());
}

/** The link of the talk whose row has the focus. */
export function currentTalkLink(): TalkLink | null {
	const focused = document.activeElement;
	if (!focused || focused === document.body) return null;
	return rowOf(focused)?.querySelector<TalkLink>("a.talk-title") ?? null;
}

/** The marks of a talk in a list, where its row has them. */
export function marksOf(link: TalkLink): Element | null {
	return rowOf(link)?.querySelector(".marks") ?? null;
}

/** Goes to the next talk (`step` 1) or the one before (-1); false where there is none. */
export function moveBy(step: 1 | -1): boolean {
	const links = listTalkLinks();
	const index = nextIndex(links, step);
	const link = links[index];
	if (!link) return false;
	latest = { link, index, page: location.pathname };
	link.focus({ preventScroll: true });
	(rowOf(link) ?? link).scrollIntoView({ block: "nearest" });
	return true;
}

function nextIndex(links: readonly TalkLink[], step: 1 | -1): number {
	const focused = currentTalkLink();
	if (focused) return links.indexOf(focused) + step;
	if (latest?.page === location.pathname) {
		const index = links.indexOf(latest.link);
		if (index >= 0 && isInView(latest.link)) return index + step;
		// The row is gone from the list: the next one took its place.
		if (!latest.link.isConnected) return step === 1 ? latest.index : latest.index - 1;
	}
	const firstVisible = links.findIndex(isInView);
	return firstVisible >= 0 ? firstVisible : 0;
}

/** Below the header that stays at the top, and above the window's end. */
function isInView(link: TalkLink): boolean {
	const { top, bottom } = link.getBoundingClientRect();
	const header = document.querySelector("body > header")?.getBoundingClientRect().bottom ?? 0;
	return top >= header && bottom <= window.innerHeight;
}

function rowOf(element: Element): Element | null {
	return element.closest(".talk") ?? element.closest("li, tr");
}
