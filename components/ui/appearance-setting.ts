/** What may be chosen of how the site looks, the usual first; which names `html` has as data, and what the browser keeps. */
export const APPEARANCE = {
	theme: ["system", "light", "dark"],
	density: ["comfortable", "compact"],
} as const;

export type Appearance = typeof APPEARANCE;
export type AppearanceName = keyof Appearance;

const storageKeyOf = (name: AppearanceName) => `talkshelf.${name}`;

/** Puts what was chosen earlier on `html` before anything is painted; it stands in the page as it is. */
export const EARLY_SCRIPT = `try{for(let n of ["theme","density"]){let v=localStorage.getItem("talkshelf."+n);if(v)document.documentElement.dataset[n]=v}}catch{}addEventListener("beforeinstallprompt",e=>{window.talkshelfInstall=e})`;

/** What is chosen; the usual where nothing is, or nothing that is known. */
export function currentAppearance<Name extends AppearanceName>(name: Name): Appearance[Name][number] {
	const values: readonly Appearance[Name][number][] = APPEARANCE[name];
	const value = document.documentElement.dataset[name];
	return values.find((each) => each === value) ?? (APPEARANCE[name][0] as Appearance[Name][number]);
}

/** Shows it at once, and keeps it where the browser keeps anything. */
export function setAppearance<Name extends AppearanceName>(name: Name, value: Appearance[Name][number]): void {
	const isDefault = value === APPEARANCE[name][0];
	if (isDefault) delete document.documentElement.dataset[name];
	else document.documentElement.dataset[name] = value;
	try {
		if (isDefault) localStorage.removeItem(storageKeyOf(name));
		else localStorage.setItem(storageKeyOf(name), value);
	} catch {
		// It lasts as long as the page.
	}
}
