import { usePlayer } from "@/components/watch/player-context";
import { formatClock } from "@/lib/recordings/clock";

type TakeawayStampProps = { time: number; watchPath: string };

/** A takeaway's time: plays from there where a player is, else leads to one. */
export function TakeawayStamp({ time, watchPath }: TakeawayStampProps) {
	const player = usePlayer();
	const clock = formatClock(time);
	const name = `Watch from ${clock}`;
	return player ? (
		<button type="button" className="stamp" aria-label={name} title={name} onClick={() => player.seek(time)}>
			{clock}
		</button>
	) : (
		<a className="stamp" href={`${watchPath}?t=${time}`} aria-label={name} title={name}>
			{clock}
		</a>
	);
}
