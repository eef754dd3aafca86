import { Minus, Plus } from "lucide";
import { IconButton } from "@/components/ui/icon-button";
import { ZOOMS } from "./use-zoom";

/** Makes the timetable smaller and larger. */
export function ZoomButtons({ zoom, onChange }: { zoom: number; onChange: (zoom: number) => void }) {
	const index = (ZOOMS as readonly number[]).indexOf(zoom);
	const [smaller, larger] = [ZOOMS[index - 1], ZOOMS[index + 1]];
	return (
		<fieldset className="timetable-zoom">
			<legend className="sr-only">Size of the timetable</legend>
			<IconButton
				icon={Minus}
				label="Smaller"
				disabled={smaller === undefined}
				onClick={() => smaller && onChange(smaller)}
			/>
			<IconButton
				icon={Plus}
				label="Larger"
				disabled={larger === undefined}
				onClick={() => larger && onChange(larger)}
			/>
		</fieldset>
	);
}
