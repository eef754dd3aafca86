import "./keys.css";
import { MARK_LABELS, MARK_STATUSES } from "@/lib/watchlist/types";
import { announce } from "./announce";
import { focusField, goToField, isArriving } from "./arrive";
import { pageKeys } from "./page-keys";
import { currentTalkLink, listTalkLinks, marksOf, moveBy } from "./talk-rows";
import { undoLatest } from "./undo";

const NOTE = "#note-text";
const SEARCH = "main input[type=search]";

const EVERYWHERE: Readonly<Record<string, () => void>> = {
	j: () => move(1),
	k: () => move(-1),
	m: () => pressMark("MUST_SEE"),
	w: () => pressMark("WATCHED"),
	x: () => pressMark("MISSED"),
	u: () => void undo(),
	n: writeNote,
	o: () => currentTalkLink()?.click(),
	"/": search,
	"?": showKeys,
};

/** Does what a key stands for, where the listener let it through. */
export function pressKey(event: KeyboardEvent): void {
	const key = event.key.toLowerCase();
	// The signs are typed with Shift on many keyboards, the letters never.
	if (event.shiftKey && /[a-z]/.test(key)) return;
	if (event.repeat && key !== "j" && key !== "k") return;
	if (isArriving()) return;
	const deed = pageKeys()?.deeds[key] ?? EVERYWHERE[key];
	deed?.();
}

/** Opens the list of keys, where they can be switched off and on again. */
export function showKeys(): void {
	void import("./keys-dialog").then(({ openKeysDialog }) => openKeysDialog());
}

function move(step: 1 | -1): void {
	if (moveBy(step) || listTalkLinks().length === 0) return;
	announce(step === 1 ? "This is the last talk of the list." : "This is the first talk of the list.");
}

/** As the button does: once more takes the mark away. */
function pressMark(status: (typeof MARK_STATUSES)[number]): void {
	const link = currentTalkLink();
	const marks = link ? marksOf(link) : document.querySelector("main .marks-large .marks");
	const button = marks?.querySelectorAll("button")[MARK_STATUSES.indexOf(status)];
	if (!button) {
		if (listTalkLinks().length > 0)
			announce(link ? "This talk cannot be marked here." : "Go to a talk first, with j or k.");
		return;
	}
	const title = (link ?? document.querySelector("main h1"))?.textContent?.trim() ?? "";
	const wasPressed = button.getAttribute("aria-pressed") === "true";
	button.click();
	const word = MARK_LABELS[status].toLowerCase();
	const end = /[.!?…]$/.test(title) ? "" : ".";
	announce(`${wasPressed ? "No longer" : "Marked"} ${word}: ${title}${end} Undo with u.`);
}

async function undo(): Promise<void> {
	if (!document.querySelector("main .marks, main .talk-title")) return;
	announce(await undoLatest());
}

function writeNote(): void {
	const link = currentTalkLink();
	if (link) goToField(link.pathname + NOTE, NOTE);
	else if (document.querySelector<HTMLElement>(NOTE)?.hidden) {
		document.querySelector<HTMLElement>("main [data-note-view=write]")?.click();
		requestAnimationFrame(() => focusField(NOTE));
	} else focusField(NOTE);
}

function search(): void {
	if (focusField(SEARCH)) return;
	const conference = /^\/conferences\/[^/]+/.exec(location.pathname)?.[0];
	if (conference && conference !== "/conferences/new") goToField(`${conference}/talks`, SEARCH);
}
