/** What a browser paints around the page: the paper of globals.css. */
export const THEME_COLOURS = { light: "#fbfaf7", dark: "#101319" } as const;

/** Has the browser's own parts follow a theme that was chosen here; else they follow the system. */
export function showThemeColour(): void {
	const { theme } = document.documentElement.dataset;
	for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")) {
		const system = meta.media.includes("dark") ? "dark" : "light";
		meta.content = THEME_COLOURS[theme === "light" || theme === "dark" ? theme : system];
	}
}
