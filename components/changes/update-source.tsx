import { shortenSource } from "@/lib/schedule/changes/format-change";
import type { Update } from "@/lib/schedule/changes/queries";
import { formatTalkCount } from "@/lib/text/format-amount";

/** Where an update came from, and how many talks the schedule had then. */
export function UpdateSource({ update }: { update: Update }) {
	const { isByHand: isManual, source, version, talkCount } = update;
	return (
		<p className="text-sm wrap-anywhere text-ink-soft">
			{isManual ? "Edited by hand" : <>Imported from {shortenSource(source)}</>}
			{version !== "" && ` · version ${version}`} · {formatTalkCount(talkCount)} in the schedule
		</p>
	);
}
