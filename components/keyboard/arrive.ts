const GIVEN_UP_MS = 10_000;

let isOnTheWay = false;

/** Whether a page was asked for whose field gets what is typed next: those letters are no keys. */
export function isArriving(): boolean {
	return isOnTheWay;
}

/** Goes to a page of ours and puts the focus into what `selector` names there. */
export function goToField(address: string, selector: string): void {
	isOnTheWay = true;
	follow(address);
	const { pathname } = new URL(address, location.href);
	const until = performance.now() + GIVEN_UP_MS;
	const look = () => {
		const isThere = location.pathname === pathname && focusField(selector);
		if (isThere || performance.now() > until) isOnTheWay = false;
		else requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
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
export function follow(address: string): void {
	const link = document.createElement("a");
	link.href = address;
	link.hidden = true;
	document.body.append(link);
	link.click();
	link.remove();
}
