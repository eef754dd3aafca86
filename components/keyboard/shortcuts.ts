import { MARK_LABELS, MARK_STATUSES } from "@/lib/marks/status";
import { announce } from "./announce";
import { focusField, isNavigating, navigateToField } from "./navigate";
import { currentPageShortcuts } from "./page-shortcuts";
import { undoLatest } from "./undo";

const NOTE = "#note-text";
const SEARCH = "main input[type=search]";

const GLOBAL_ACTIONS: Readonly<Record<string, () => void>> = {
	j: () => move(1),
	k: () => move(-1),
	m: () => toggleMark("MUST_SEE"),
	w: () => toggleMark("WATCHED"),
	x: () => toggleMark("MISSED"),
	u: () => void undo(),
	n: writeNote,
	o: () => currentTalkLink()?.click(),
	"/": search,
	"?": showShortcuts,
};

/** Does what a key stands for, where the listener let it through. */
export function handleKey(event: KeyboardEvent): void {
	const key = event.key.toLowerCase();
	// The signs are typed with Shift on many keyboards, the letters never.
	if (event.shiftKey && /[a-z]/.test(key)) return;
	if (event.repeat && key !== "j" && key !== "k") return;
	if (isNavigating()) return;
	const action = currentPageShortcuts()?.actions[key] ?? GLOBAL_ACTIONS[key];
	action?.();
}

/** Opens the list of keys, where they can be switched off and on again. */
export function showShortcuts(): void {
	void import("./shortcuts-dialog").then(({ openShortcutsDialog }) => openShortcutsDialog());
}

function move(step: 1 | -1): void {
	if (moveBy(step) || listTalkLinks().length === 0) return;
	announce(step === 1 ? "This is the last talk of the list." : "This is the first talk of the list.");
}

/** As the button does: once more takes the mark away. */
function toggleMark(status: (typeof MARK_STATUSES)[number]): void {
	const link = currentTalkLink();
	const marks = link ? marksOf(link) : document.querySelector("main .marks-large .marks");
	const button = marks?.querySelectorAll("button")[MARK_STATUSES.indexOf(status)];
	if (!button) {
		if (listTalkLinks().length > 0)
			announce(link ? "This talk cannot be marked here." : "Go to a talk first, with j or k.");
		return;
	}
	const title = (link ?? document.querySelector("main h1"))?.textContent?.trim() ?? "";
	const wasMarked = button.getAttribute("aria-pressed") === "true";
	button.click();
	const label = MARK_LABELS[status].toLowerCase();
	const end = /[.!?…]$/.test(title) ? "" : ".";
	announce(`${wasMarked ? "No longer" : "Marked"} ${label}: ${title}${end} Undo with u.`);
}

async function undo(): Promise<void> {
	if (!document.querySelector("main .marks, main .talk-title")) return;
	announce(await undoLatest());
}

function writeNote(): void {
	const link = currentTalkLink();
	if (link) navigateToField(link.pathname + NOTE, NOTE);
	else if (document.querySelector<HTMLElement>(NOTE)?.hidden) {
		document.querySelector<HTMLElement>("main [data-note-view=write]")?.click();
		requestAnimationFrame(() => focusField(NOTE));
	} else focusField(NOTE);
}

function search(): void {
	if (focusField(SEARCH)) return;
	const conference = /^\/conferences\/[^/]+/.exec(location.pathname)?.[0];
	if (conference && conference !== "/conferences/new") navigateToField(`${conference}/talks`, SEARCH);
}

/**
 * The talks that a page lists, as the keys see them: links of the class `talk-title`, each within a row that may hold the
 * talk's marks. So any list of talks is moved through, whoever draws it.
 */

type TalkLink = HTMLAnchorElement;

/** Where the visitor is, though a press took the row or its focus away. */
let latest: { readonly link: TalkLink; readonly index: number; readonly page: string } | undefined;

function listTalkLinks(): TalkLink[] {
	return [...document.querySelectorAll<TalkLink>("main a.talk-title")].filter((link) => link.checkVisibility());
}

/** The link of the talk whose row has the focus. */
function currentTalkLink(): TalkLink | null {
	const focused = document.activeElement;
	if (!focused || focused === document.body) return null;
	return rowOf(focused)?.querySelector<TalkLink>("a.talk-title") ?? null;
}

/** The marks of a talk in a list, where its row has them. */
function marksOf(link: TalkLink): Element | null {
	return rowOf(link)?.querySelector(".marks") ?? null;
}

/** Goes to the next talk (`step` 1) or the one before (-1); false where there is none. */
function moveBy(step: 1 | -1): boolean {
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
