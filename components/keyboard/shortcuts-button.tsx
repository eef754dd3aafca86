"use client";

import { Keyboard } from "lucide";
import { Icon } from "@/components/ui/icon";

/** Says that there are keys, and which; the way to switch them on again, too. */
export function ShortcutsButton() {
	return (
		<button
			className="button max-sm:hidden"
			type="button"
			onClick={() => void import("./shortcuts").then(({ showShortcuts }) => showShortcuts())}
		>
			<Icon icon={Keyboard} /> Keyboard shortcuts
		</button>
	);
}
