"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

type Props<Id extends string> = {
	/** What they are tabs of. */
	readonly label: string;
	readonly tabs: readonly { readonly id: Id; readonly name: string }[];
	readonly value: Id;
	readonly onChange: (id: Id) => void;
	/** What is in the one that is chosen. */
	readonly children: ReactNode;
};

/** Several things in one place, one of which is seen. The arrow keys go from one to the next. */
export function Tabs<Id extends string>({ label, tabs, value, onChange, children }: Props<Id>) {
	return (
		<Base.Root value={value} onValueChange={onChange} className="grid min-w-0 gap-4">
			<Base.List activateOnFocus aria-label={label} className="tabs">
				{tabs.map(({ id, name }) => (
					<Base.Tab key={id} value={id}>
						{name}
					</Base.Tab>
				))}
			</Base.List>
			<Base.Panel value={value} className="card min-w-0 p-4">
				{children}
			</Base.Panel>
		</Base.Root>
	);
}
