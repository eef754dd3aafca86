"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { usePlayer } from "@/components/player/player-context";
import { MAX_TIME_SECONDS } from "@/lib/notes/limits";
import { formatClock, parseClock } from "@/lib/time/clock";

type Props = {
	/** The takeaway's. */
	number: number;
	time: number | undefined;
	onSet: (time: number | undefined) => void;
	onClose: () => void;
};

/** Where a takeaway's time is written, taken from what plays, stepped through, or removed. */
export default function TimeField({ number, time, onSet, onClose }: Props) {
	const player = usePlayer();
	const problemId = useId();
	const field = useRef<HTMLInputElement>(null);
	const [text, setText] = useState(() => {
		const begin = time ?? player?.currentTime();
		return typeof begin === "number" ? formatClock(begin) : "";
	});
	const [problem, setProblem] = useState("");

	useEffect(() => field.current?.select(), []);

	function step(seconds: number) {
		const next = (parseClock(text) ?? 0) + seconds;
		setText(formatClock(Math.min(Math.max(next, 0), MAX_TIME_SECONDS)));
		setProblem("");
	}

	function set() {
		const seconds = parseClock(text);
		if (text.trim() === "") onSet(undefined);
		else if (seconds === null) setProblem("Write the time as 12:34 or 1:02:03.");
		else if (seconds > MAX_TIME_SECONDS) setProblem("No recording is that long.");
		else onSet(seconds);
	}

	function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
		if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
		const size = event.shiftKey ? 5 : 1;
		if (event.key === "Enter") set();
		else if (event.key === "Escape") onClose();
		else if (event.key === "ArrowUp") step(size);
		else if (event.key === "ArrowDown") step(-size);
		else return;
		event.preventDefault();
	}

	return (
		<fieldset className="col-span-full flex flex-wrap items-center gap-1.5 border-t border-line bg-sunken p-2">
			<legend className="sr-only">{`Time of takeaway ${number}`}</legend>
			<input
				ref={field}
				className="field w-22 font-mono"
				aria-label="Time"
				placeholder="12:34"
				title="↑ and ↓ a second, with Shift five"
				autoComplete="off"
				value={text}
				aria-invalid={problem !== ""}
				aria-describedby={problem ? problemId : undefined}
				onChange={(event) => {
					setText(event.target.value);
					setProblem("");
				}}
				onKeyDown={onKeyDown}
			/>
			{player && (
				<button
					className="button px-2.5"
					type="button"
					onClick={() => {
						const now = player.currentTime();
						if (now === null) setProblem("The player does not say where it is.");
						else setText(formatClock(now));
					}}
				>
					Now
				</button>
			)}
			<button className="button px-2.5" type="button" onClick={set}>
				Set
			</button>
			{time !== undefined && (
				<button className="button px-2.5" type="button" onClick={() => onSet(undefined)}>
					No time
				</button>
			)}
			<button className="link min-h-11 px-1" type="button" onClick={onClose}>
				Cancel
			</button>
			{problem && (
				<p id={problemId} role="alert" className="basis-full text-sm text-problem">
					{problem}
				</p>
			)}
		</fieldset>
	);
}
