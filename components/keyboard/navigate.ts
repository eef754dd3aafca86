const TIMEOUT_MS = 10_000;

let isPending = false;

/** Whether a page was asked for whose field gets what is typed next: those letters are no keys. */
export function isNavigating(): boolean {
	return isPending;
}

/** Goes to a page of ours and puts the focus into what `selector` names there. */
export function navigateToField(url: string, selector: string): void {
	isPending = true;
	navigateTo(url);
	const { pathname } = new URL(url, location.href);
	const until = performance.now() + TIMEOUT_MS;
	const check = () => {
		const isThere = location.pathname === pathname && focusField(selector);
		if (isThere || performance.now() > until) isPending = false;
		else requestAnimationFrame(check);
	};
	requestAnimationFrame(check);
}

/** Puts the focus into a field of this page; false where it has none. */
export function focusField(selector: string): boolean {
	const field = [...document.querySelectorAll<HTMLElement>(selector)].find((each) => each.checkVisibility());
	if (!field) return false;
	field.focus({ preventScroll: true });
	field.scrollIntoView({ block: "nearest" });
	if (field instanceof HTMLInputElement) field.select();
	return document.activeElement === field;
}

/** Goes to a page of ours as a press on a link that leads there, so that no document is loaded (see ClientNavigation). */
export function navigateTo(url: string): void {
	const link = document.createElement("a");
	link.href = url;
	link.hidden = true;
	document.body.append(link);
	link.click();
	link.remove();
}
