import type { ReactNode } from "react";

/** Around the fields that say how Markdown is written. */
export function OptionsFieldset({ children }: { children: ReactNode }) {
	return (
		<fieldset className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,13rem),1fr))] gap-x-4 gap-y-3">
			<legend className="mb-2 text-[1.125rem] font-semibold">How it is written</legend>
			{children}
		</fieldset>
	);
}
