import { MARK_LABELS, MARK_STATUSES } from "@/lib/marks/status";
import { announce } from "./announce";
import { focusField, isNavigating, navigateToField } from "./navigate";
import { currentPageShortcuts } from "./page-shortcuts";
import { currentTalkLink, listTalkLinks, marksOf, moveBy } from "./talk-rows";
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
