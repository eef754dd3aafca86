import type { Refreshed } from "./refresh";

/** What became of a conference whose source was asked, as a line for a terminal or a log. */
export function refreshedLine(refreshed: Refreshed): string {
	const { title } = refreshed;
	if (refreshed.status === "failed") return `${title}: failed. ${refreshed.problem}`;
	if (refreshed.status === "unchanged") return `${title}: unchanged`;
	const { added, changed, withdrawn } = refreshed.talks;
	return `${title}: +${added} ~${changed} −${withdrawn}`;
}
