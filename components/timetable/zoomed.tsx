import { Minus, Plus } from "lucide";
import { type CSSProperties, type ReactNode, useSyncExternalStore } from "react";
import { IconButton } from "@/components/ui/icon-button";

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

const STORAGE_KEY = "talkshelf.timetable-zoom";
const ZOOMS = [0.6, 0.8, 1, 1.4, 2] as const;
const DEFAULT_ZOOM = 1;

/** Where the browser keeps nothing, the choice lasts as long as the page. */
let chosen: number | null = null;
const listeners = new Set<() => void>();

function read(): number {
	if (chosen !== null) return chosen;
	try {
		const saved = Number(localStorage.getItem(STORAGE_KEY));
		return ZOOMS.find((zoom) => zoom === saved) ?? DEFAULT_ZOOM;
	} catch {
		return DEFAULT_ZOOM;
	}
}

function change(zoom: number): void {
	chosen = zoom;
	try {
		localStorage.setItem(STORAGE_KEY, String(zoom));
	} catch {
		// Kept above.
	}
	for (const listener of listeners) listener();
}

/** How large the timetable is, as it was chosen in this browser. */
function useZoom(): { zoom: number; change: (zoom: number) => void } {
	const subscribe = (listener: () => void) => {
		listeners.add(listener);
		return () => listeners.delete(listener);
	};
	return { zoom: useSyncExternalStore(subscribe, read, () => DEFAULT_ZOOM), change };
}
