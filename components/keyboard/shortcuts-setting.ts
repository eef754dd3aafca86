const STORAGE_KEY = "talkshelf.keys";

/** Where the browser keeps nothing, the choice lasts as long as the page. */
let isOff = false;

/** Whether the visitor switched the keys off, as those have to who speak to their computer. */
export function areShortcutsOff(): boolean {
	try {
		return localStorage.getItem(STORAGE_KEY) === "off";
	} catch {
		return isOff;
	}
}

export function setShortcutsOn(isOn: boolean): void {
	isOff = !isOn;
	try {
		if (isOn) localStorage.removeItem(STORAGE_KEY);
		else localStorage.setItem(STORAGE_KEY, "off");
	} catch {
		// Kept above.
	}
}
