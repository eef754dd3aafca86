type Props = {
	/** What it is the progress of. */
	readonly label: string;
	/** How much is done, of `max`; without it, something goes on whose end is not known. */
	readonly value?: number;
	readonly max?: number;
	/** What is watched has the colour of that mark. */
	readonly of?: "watched" | "work";
	/** Its size and place. */
	readonly className?: string;
};

/** How far something is. The browser's own, so that it is there before any script. */
export function ProgressBar({ label, value, max = 1, of = "work", className = "my-1 h-2 w-full" }: Props) {
	return (
		<progress
			className={`block appearance-none overflow-hidden rounded-full border-0 bg-line indeterminate:animate-pulse motion-reduce:indeterminate:animate-none forced-colors:appearance-auto [&::-moz-progress-bar]:bg-current [&::-webkit-progress-bar]:bg-line indeterminate:[&::-webkit-progress-bar]:bg-current [&::-webkit-progress-value]:bg-current ${of === "watched" ? "text-watched" : "text-accent"} ${className}`}
			aria-label={label}
			value={value}
			max={max}
		/>
	);
}
