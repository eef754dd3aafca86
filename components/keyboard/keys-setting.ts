const PLACE = "talkshelf.keys";

/** Where the browser keeps nothing, the choice lasts as long as the page. */
let isOff = false;

/** Whether the visitor switched the keys off, as those have to who speak to their computer. */
export function areKeysOff(): boolean {
	try {
		return localStorage.getItem(PLACE) === "off";
	} catch {
		return isOff;
	}
}

export function switchKeys(isOn: boolean): void {
	isOff = !isOn;
	try {
		if (isOn) localStorage.removeItem(PLACE);
		else localStorage.setItem(PLACE, "off");
	} catch {
		// Kept above.
	}
}
