import type { Update } from "@/lib/schedule/history/queries";
import { shortSource } from "@/lib/schedule/history/told";
import { countTalks } from "@/lib/talks/amount";

/** Where an update came from, and how many talks the schedule had then. */
export function UpdateSource({ update }: { update: Update }) {
	const { isByHand, source, version, talkCount } = update;
	return (
		<p className="text-sm wrap-anywhere text-ink-soft">
			{isByHand ? "Edited by hand" : <>Imported from {shortSource(source)}</>}
			{version !== "" && ` · version ${version}`} · {countTalks(talkCount)} in the schedule
		</p>
	);
}
