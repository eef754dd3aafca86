import "./progress-bar.css";

type Props = {
	/** What it is the progress of. */
	readonly label: string;
	/** How much is done, of `max`; without it, something goes on whose end is not known. */
	readonly value?: number;
	readonly max?: number;
	/** What is watched has the colour of that mark. */
	readonly of?: "watched" | "work";
};

/** How far something is. The browser's own, so that it is there before any script. */
export function ProgressBar({ label, value, max = 1, of = "work" }: Props) {
	return <progress className="progress" data-of={of} aria-label={label} value={value} max={max} />;
}
