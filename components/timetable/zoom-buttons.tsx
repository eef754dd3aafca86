import { Minus, Plus } from "lucide";
import { Icon } from "@/components/ui/icon";
import { ZOOMS } from "./use-zoom";

/** Makes the timetable smaller and larger. */
export function ZoomButtons({ zoom, onChange }: { zoom: number; onChange: (zoom: number) => void }) {
	const index = (ZOOMS as readonly number[]).indexOf(zoom);
	const [smaller, larger] = [ZOOMS[index - 1], ZOOMS[index + 1]];
	return (
		<fieldset className="timetable-zoom">
			<legend className="sr-only">Size of the timetable</legend>
			<button
				className="button-quiet"
				type="button"
				aria-label="Smaller"
				disabled={smaller === undefined}
				onClick={() => smaller && onChange(smaller)}
			>
				<Icon icon={Minus} />
			</button>
			<button
				className="button-quiet"
				type="button"
				aria-label="Larger"
				disabled={larger === undefined}
				onClick={() => larger && onChange(larger)}
			>
				<Icon icon={Plus} />
			</button>
		</fieldset>
	);
}
