import { Compass } from "lucide";
import { ConferenceLink } from "@/components/ui/client-navigation";
import { EmptyState } from "@/components/ui/empty-state";

/** What an address below a conference shows where the conference has no such talk, track, room, speaker or day. */
export function NotInSchedule() {
	return (
		<div className="pt-8">
			<h1 className="sr-only">Not found</h1>
			<EmptyState icon={Compass} title="The schedule has nothing at this address.">
				<p className="text-ink-soft">It may have been renamed, or the address has a typing error.</p>
				<div className="flex flex-wrap justify-center gap-2">
					<ConferenceLink>Back to the schedule</ConferenceLink>
					<a className="button" href="/">
						All conferences
					</a>
				</div>
			</EmptyState>
		</div>
	);
}
