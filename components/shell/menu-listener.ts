/** Opens what the header's buttons lead to, and loads it then. Returns what ends it. */
export function listenForMenus(): () => void {
	const controller = new AbortController();
	const { signal } = controller;
	if (document.documentElement.dataset.theme) void import("./theme-colour").then((each) => each.showThemeColour());
	document.addEventListener(
		"click",
		({ target }) => {
			if (target instanceof Element && target.closest("[data-opens=palette]"))
				void import("@/components/palette/palette").then(({ openPalette }) => openPalette());
		},
		{ signal },
	);
	// It does not bubble.
	document.addEventListener(
		"toggle",
		({ target }) => {
			const container = target instanceof Element && target.querySelector<HTMLElement>("[data-appearance]");
			if (container) void import("./appearance").then(({ showAppearance }) => showAppearance(container));
		},
		{ signal, capture: true },
	);
	return () => controller.abort();
}
