import type { RefreshResult } from "./refresh-schedules";

/** What became of a conference whose source was asked, as a line for a terminal or a log. */
export function formatRefreshResult(result: RefreshResult): string {
	const { title } = result;
	if (result.status === "failed") return `${title}: failed. ${result.problem}`;
	if (result.status === "unchanged") return `${title}: unchanged`;
	const { added, changed, withdrawn } = result.talks;
	return `${title}: +${added} ~${changed} −${withdrawn}`;
}
