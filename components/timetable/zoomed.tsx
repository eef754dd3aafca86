import { Minus, Plus } from "lucide";
import type { CSSProperties, ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { useZoom, ZOOMS } from "./use-zoom";

type Props = {
	/** Minutes of a row. */
	step: number;
	/** What the timetable holds, in few words. */
	about: string;
	children: ReactNode;
};

/** A timetable, smaller and larger by two buttons: in style alone, so that none of its talks is drawn again. */
export function Zoomed({ step, about, children }: Props) {
	const { zoom, change } = useZoom();
	const index = (ZOOMS as readonly number[]).indexOf(zoom);
	const [smaller, larger] = [ZOOMS[index - 1], ZOOMS[index + 1]];
	return (
		<div className="timetable" style={{ "--zoom": zoom, "--step": step } as CSSProperties}>
			<div className="mb-2 flex items-center justify-between gap-4">
				<p className="text-sm text-ink-soft">{about}</p>
				<fieldset className="timetable-zoom">
					<legend className="sr-only">Size of the timetable</legend>
					<IconButton
						icon={Minus}
						label="Smaller"
						disabled={smaller === undefined}
						onClick={() => smaller && change(smaller)}
					/>
					<IconButton
						icon={Plus}
						label="Larger"
						disabled={larger === undefined}
						onClick={() => larger && change(larger)}
					/>
				</fieldset>
			</div>
			{children}
		</div>
	);
}
