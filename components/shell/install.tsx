"use client";

import { MonitorDown } from "lucide";
import { useEffect, useState } from "react";
import { Icon } from "@/components/ui/icon";

/** https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent */
type InstallEvent = Event & { prompt(): Promise<unknown> };

declare global {
	interface Window {
		/** What the browser offered before any script of ours was there: see EARLY_SCRIPT. */
		talkshelfInstall?: Event;
	}
}

/** Installs Talkshelf as an app, where the browser offers that. */
export function InstallButton() {
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
