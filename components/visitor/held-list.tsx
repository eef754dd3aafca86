"use client";

import { type ReactNode, useState } from "react";
import { countActions } from "./visitor-store";

/**
 * A list that stays as it was once something was done on its page, while the page around it is made anew with other counts:
 * nothing goes from under a finger, and what can be undone remains where it was done. Give it a key of what it lists.
 */
export function HeldList({ children }: { children: ReactNode }) {
	const [held, setHeld] = useState(() => ({ children, actions: countActions() }));
	if (children !== held.children && held.actions === countActions()) setHeld({ ...held, children });
	return held.children;
}
