"use client";

import { Keyboard, MonitorDown } from "lucide";
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { APPEARANCE, type AppearanceName, currentAppearance, setAppearance } from "@/components/ui/appearance-setting";
import { Icon } from "@/components/ui/icon";
import { Segments } from "@/components/ui/segments";
import { showThemeColour } from "./theme-colour";

const LABELS: { readonly [Name in AppearanceName]: { readonly legend: string; readonly values: readonly string[] } } = {
	theme: { legend: "Colours", values: ["System", "Light", "Dark"] },
	density: { legend: "Lists", values: ["Comfortable", "Compact"] },
};

/** Puts the choice of colours and density into the menu, where it is not there already. */
export function showAppearance(container: HTMLElement): void {
	if (container.childElementCount > 0) return;
	createRoot(container).render(<AppearanceChoice />);
}

function AppearanceChoice() {
	return (
		<>
			<hr />
			<Choice name="theme" />
			<Choice name="density" />
			<hr className="max-sm:hidden" />
			<InstallButton />
			<button
				type="button"
				className="max-sm:hidden"
				onClick={({ currentTarget }) => {
					currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
					void import("@/components/keyboard/shortcuts").then(({ showShortcuts }) => showShortcuts());
				}}
			>
				<Icon icon={Keyboard} /> Keyboard shortcuts
			</button>
		</>
	);
}

function Choice({ name }: { name: AppearanceName }) {
	const [value, setValue] = useState<string>(() => currentAppearance(name));
	return (
		<div className="mb-2 px-1">
			<Segments
				legend={LABELS[name].legend}
				isLegendVisible
				options={APPEARANCE[name].map((each, index) => ({
					value: each as string,
					name: LABELS[name].values[index] ?? each,
				}))}
				value={value}
				onChange={(each) => {
					setAppearance(name, each as never);
					showThemeColour();
					setValue(each);
				}}
			/>
		</div>
	);
}

/** https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent */
type InstallEvent = Event & { prompt(): Promise<unknown> };

declare global {
	interface Window {
		/** What the browser offered before any script of ours was there: see EARLY_SCRIPT. */
		talkshelfInstall?: Event;
	}
}

/** Installs Talkshelf as an app, where the browser offers that. */
function InstallButton() {
	const [offered, setOffered] = useState(window.talkshelfInstall as InstallEvent | undefined);
	useEffect(() => {
		const take = (event: Event) => setOffered(event as InstallEvent);
		window.addEventListener("beforeinstallprompt", take);
		return () => window.removeEventListener("beforeinstallprompt", take);
	}, []);
	if (!offered) return null;
	return (
		<button
			type="button"
			onClick={({ currentTarget }) => {
				currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
				// It can be asked once.
				window.talkshelfInstall = undefined;
				setOffered(undefined);
				void offered.prompt().catch(() => {});
			}}
		>
			<Icon icon={MonitorDown} /> Install as an app
		</button>
	);
}
