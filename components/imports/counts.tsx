import { formatCount } from "@/lib/text/format";

type Props = {
	of: {
		readonly talkCount: number;
		readonly recorded: number;
		readonly tracks: number;
		readonly rooms: number;
		readonly speakers: number;
	};
};

/** How much a schedule holds. */
export function Counts({ of }: Props) {
	const counts = [
		["Talks", of.talkCount],
		["With a recording", of.recorded],
		["Tracks", of.tracks],
		["Rooms", of.rooms],
		["Speakers", of.speakers],
	] as const;
	return (
		<dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-5">
			{counts.map(([name, count]) => (
				<div key={name} className="flex flex-col-reverse">
					<dt className="text-sm text-ink-soft">{name}</dt>
					<dd className="text-xl font-bold tabular-nums">{formatCount(count)}</dd>
				</div>
			))}
		</dl>
	);
}
