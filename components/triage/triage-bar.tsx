import { Check, EyeOff, SkipForward, Star } from "lucide";
import { Icon } from "@/components/ui/icon";
import { MARK_LABELS, MARK_STATUSES, type MarkStatus } from "@/lib/watchlist/types";

const KEYS: Readonly<Record<MarkStatus, string>> = { MUST_SEE: "m", WATCHED: "w", MISSED: "x" };
const ICONS = { MUST_SEE: Star, WATCHED: Check, MISSED: EyeOff };

type TriageBarProps = {
	/** Whether there is a talk to decide on. */
	isReady: boolean;
	onMark: (status: MarkStatus) => void;
	onSkip: () => void;
};

/** One press a decision. */
export function TriageBar({ isReady, onMark, onSkip }: TriageBarProps) {
	return (
		<fieldset className="triage-bar" disabled={!isReady} aria-label="Your decision">
			{MARK_STATUSES.map((status) => (
				<button
					key={status}
					type="button"
					data-mark={status}
					aria-keyshortcuts={KEYS[status]}
					onClick={() => onMark(status)}
				>
					<Icon icon={ICONS[status]} /> {MARK_LABELS[status]}
				</button>
			))}
			<button type="button" aria-keyshortcuts="s" onClick={onSkip}>
				<Icon icon={SkipForward} /> Skip
			</button>
		</fieldset>
	);
}
