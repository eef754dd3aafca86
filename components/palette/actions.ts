import { type AppearanceName, currentAppearance, setAppearance } from "@/components/ui/appearance-setting";
import { rankItems } from "./rank-items";

/** Something to do from the palette, where it is open. */
export type PaletteAction = {
	readonly kind: "action";
	readonly title: string;
	readonly about: string;
	readonly run: () => void;
};

const action = (title: string, about: string, run: () => void): PaletteAction => ({
	kind: "action",
	title,
	about,
	run,
});

/** What can be done wherever one is, apart from how it looks already; and on a talk's page, to mark it. */
function allActions(): PaletteAction[] {
	const appearanceActions = <Name extends AppearanceName>(
		name: Name,
		value: Parameters<typeof setAppearance<Name>>[1],
		title: string,
	) =>
		currentAppearance(name) === value
			? []
			: [action(title, "How it looks, in this browser", () => setAppearance(name, value))];
	return [
		...markActions(),
		...appearanceActions("theme", "dark", "Dark colours"),
		...appearanceActions("theme", "light", "Light colours"),
		...appearanceActions("theme", "system", "Colours as the system has them"),
		...appearanceActions("density", "compact", "Compact lists"),
		...appearanceActions("density", "comfortable", "Comfortable lists"),
		action("Keys", "Which there are, and switch them off", () => {
			void import("@/components/keyboard/shortcuts").then(({ showShortcuts }) => showShortcuts());
		}),
	];
}

/** The buttons that mark the talk of this page. */
function markActions(): PaletteAction[] {
	return [...document.querySelectorAll<HTMLButtonElement>(".marks-large .marks > button")].map((button) => {
		const isOn = button.ariaPressed === "true";
		const mark = button.textContent ?? "";
		return action(isOn ? `No longer ${mark.toLowerCase()}` : `Mark ${mark.toLowerCase()}`, "This talk", () =>
			button.click(),
		);
	});
}

/** What can be done and fits what is typed, the fitting ones first; nothing where nothing is typed. */
export function actionsFor(query: string): PaletteAction[] {
	return rankItems(query, allActions) ?? [];
}
