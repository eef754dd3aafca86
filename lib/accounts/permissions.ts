import type { Visitor } from "./types";

/** Whether somebody may import and edit schedules. A guest never may, whatever is said of them. */
export function canEdit(visitor: Visitor | null): boolean {
	return isAdministrator(visitor) || (visitor?.role === "EDITOR" && !visitor.isGuest);
}

/** Whether somebody may say who edits. */
export function isAdministrator(visitor: Visitor | null): boolean {
	return visitor?.role === "ADMINISTRATOR" && !visitor.isGuest;
}
