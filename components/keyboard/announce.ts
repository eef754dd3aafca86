let region: HTMLElement | undefined;
let pending: ReturnType<typeof setTimeout> | undefined;

/** An empty region that gets its words later is read out; one that is new is not, by some readers. */
const FIRST_MS = 60;
const VISIBLE_MS = 8_000;

/** Says what a key did: shown for a while, and read out. */
export function announce(text: string): void {
	region ??= makeRegion();
	const element = region;
	if (!element.isConnected) document.body.append(element);
	clearTimeout(pending);
	element.textContent = "";
	pending = setTimeout(() => {
		element.textContent = text;
		pending = setTimeout(() => {
			element.textContent = "";
		}, VISIBLE_MS);
	}, FIRST_MS);
}

function makeRegion(): HTMLElement {
	const made = document.createElement("div");
	made.setAttribute("role", "status");
	// Over the header: every talk stays in sight.
	made.className = "toast key-status pointer-events-none top-[0.35rem] bottom-auto leading-[1.3] not-empty:py-[0.2rem]";
	return made;
}
