let region: HTMLElement | undefined;
let pending: ReturnType<typeof setTimeout> | undefined;

/** An empty region that gets its words later is read out; one that is new is not, by some readers. */
const FIRST_MS = 60;
const SHOWN_MS = 8_000;

/** Says what a key did: shown for a while, and read out. */
export function announce(text: string): void {
	region ??= makeRegion();
	const place = region;
	if (!place.isConnected) document.body.append(place);
	clearTimeout(pending);
	place.textContent = "";
	pending = setTimeout(() => {
		place.textContent = text;
		pending = setTimeout(() => {
			place.textContent = "";
		}, SHOWN_MS);
	}, FIRST_MS);
}

function makeRegion(): HTMLElement {
	const made = document.createElement("div");
	made.setAttribute("role", "status");
	made.className = "toast key-status";
	return made;
}
