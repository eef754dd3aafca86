import { ChevronDown, ChevronUp, Clock, GripVertical, type IconNode, X } from "lucide";
import { type ClipboardEvent, type KeyboardEvent, lazy, memo, Suspense, useState } from "react";
import { insertTextIntoField } from "text-field-edit";
import { usePlayer } from "@/components/player/player-context";
import "@/components/ui/drag-rows.css";
import { Icon } from "@/components/ui/icon";
import type { Takeaway } from "@/lib/notes/types";
import { formatClock } from "@/lib/time/clock";
import { SHEET_BUTTON, SHEET_FIELD } from "./note-sheet";
import type { PastedTakeaway } from "./parse-takeaways";
import type { TakeawayActions } from "./takeaway-actions";

// Fetched when somebody sets a time, not with every talk.
const TimeField = lazy(() => import("./time-field"));

const LINE_BREAK = /[\r\n\u2028\u2029]/;

/** What reads lists is fetched with the first of them; without a server every line is a takeaway as it is. */
async function readPasted(text: string): Promise<readonly PastedTakeaway[]> {
	const reader = await import("./parse-takeaways").catch(() => null);
	return reader
		? reader.parseTakeaways(text)
		: text
				.trim()
				.split(LINE_BREAK)
				.map((line) => ({ text: line }));
}

type Props = {
	takeaway: Takeaway;
	/** From 1. */
	number: number;
	isLast: boolean;
	/** The only one, and nothing in it: there is nothing to remove. */
	isPlaceholder: boolean;
	isReadOnly: boolean;
	/** The one whose field was gone to last. */
	isCurrent: boolean;
	watchPath: string;
	actions: TakeawayActions;
};

/** A takeaway: its time, its field, and what can be done with it. Drawn again only when itself or its place changed. */
export const TakeawayRow = memo(function TakeawayRow(props: Props) {
	const { takeaway, number, isLast, isPlaceholder, isReadOnly, isCurrent, watchPath, actions } = props;
	const { id, text, time } = takeaway;
	const [isTiming, setIsTiming] = useState(false);

	function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
		if (event.nativeEvent.isComposing || isReadOnly) return;
		const { key, altKey, currentTarget } = event;
		if (event.ctrlKey || event.metaKey) return;
		const { selectionStart: start, selectionEnd: end } = currentTarget;
		if (key === "Enter" && !altKey) actions.split(id, { start, end });
		else if (key === "ArrowUp" && altKey) actions.move(id, -1);
		else if (key === "ArrowDown" && altKey) actions.move(id, 1);
		else if (key !== "Backspace" || altKey || start !== 0 || end !== 0 || !actions.eraseBack(id)) return;
		event.preventDefault();
	}

	function onPaste(event: ClipboardEvent<HTMLTextAreaElement>) {
		const pasted = event.clipboardData.getData("text/plain");
		if (isReadOnly || !LINE_BREAK.test(pasted)) return;
		event.preventDefault();
		const { selectionStart: start, selectionEnd: end } = event.currentTarget;
		// One line, copied with its end.
		if (!LINE_BREAK.test(pasted.trim())) insertTextIntoField(event.currentTarget, pasted.trim());
		else void readPasted(pasted).then((takeaways) => actions.paste(id, { start, end }, takeaways));
	}

	return (
		<li
			className="drag-row group/takeaway grid grid-cols-[1.75rem_minmax(0,1fr)_auto] items-start border-b border-line focus-within:shadow-[inset_3px_0_var(--color-accent)]"
			data-current={isCurrent}
		>
			{/* As wide as a finger: it reaches out of the sheet's edge and over the beginning of the field. */}
			<span
				className="flex h-11 cursor-grab items-center justify-center text-ink-soft/60 hover:text-ink pointer-coarse:z-1 pointer-coarse:w-11 pointer-coarse:touch-manipulation pointer-coarse:pe-4"
				data-handle
				title="Drag"
				aria-hidden="true"
			>
				<Icon icon={GripVertical} />
			</span>
			<div className="flex min-w-0 items-start gap-2">
				{time !== undefined && <TakeawayStamp time={time} watchPath={watchPath} />}
				{/* One line of text that may be wider than its place: it wraps there, and Enter ends it. */}
				<textarea
					className={`${SHEET_FIELD} min-h-11 py-2.5 pe-2 leading-6`}
					rows={1}
					aria-label={`Takeaway ${number}`}
					placeholder={isPlaceholder ? "One thing to remember" : undefined}
					value={text}
					readOnly={isReadOnly}
					onFocus={() => actions.setCurrent(id)}
					onChange={(event) => actions.edit(id, event.target.value)}
					onKeyDown={onKeyDown}
					onPaste={onPaste}
				/>
			</div>
			<span className={STEPS}>
				<RowButton
					name={`${time === undefined ? "Set" : "Change"} the time of takeaway ${number}`}
					icon={Clock}
					isDisabled={isReadOnly}
					isExpanded={isTiming}
					onClick={() => setIsTiming(!isTiming)}
				/>
				<span className="flex sm:flex-col">
					<RowButton
						step="up"
						name={`Move takeaway ${number} up`}
						icon={ChevronUp}
						isDisabled={isReadOnly || number === 1}
						onClick={() => actions.move(id, -1, "up")}
					/>
					<RowButton
						step="down"
						name={`Move takeaway ${number} down`}
						icon={ChevronDown}
						isDisabled={isReadOnly || isLast}
						onClick={() => actions.move(id, 1, "down")}
					/>
				</span>
				<RowButton
					name={`Remove takeaway ${number}`}
					icon={X}
					isDisabled={isReadOnly || isPlaceholder}
					onClick={() => actions.remove(id)}
				/>
			</span>
			{isTiming && (
				<Suspense>
					<TimeField
						number={number}
						time={time}
						onSet={(seconds) => {
							setIsTiming(false);
							actions.setTime(id, seconds);
						}}
						onClose={() => setIsTiming(false)}
					/>
				</Suspense>
			)}
		</li>
	);
});

/**
 * With a pointer they are seen when the row is pointed at or gone to. On a phone the field has the whole width; what can be
 * done stands below the one that was gone to last.
 */
const STEPS =
	"flex pe-1 text-ink-soft sm:[@media(hover:hover)]:group-[:not(:hover,:focus-within)]/takeaway:opacity-0 max-sm:col-span-full max-sm:justify-end max-sm:group-data-[current=false]/takeaway:hidden";

type RowButtonProps = {
	name: string;
	icon: IconNode;
	isDisabled: boolean;
	isExpanded?: boolean;
	/** By which the focus finds it again when its row has moved. */
	step?: string;
	onClick: () => void;
};

function RowButton({ name, icon, isDisabled, isExpanded, step, onClick }: RowButtonProps) {
	return (
		<button
			type="button"
			className={`${SHEET_BUTTON} w-11 sm:w-7 ${step ? "h-11 sm:h-5.5" : "h-11"}`}
			aria-label={name}
			title={name}
			aria-expanded={isExpanded}
			data-step={step}
			disabled={isDisabled}
			onClick={onClick}
		>
			<Icon icon={icon} />
		</button>
	);
}

const STAMP =
	"mt-2 inline-flex h-7 flex-none items-center rounded-md bg-accent/10 px-1.5 font-mono text-[0.875rem] text-accent no-underline hover:bg-accent/20 pointer-coarse:m-0 pointer-coarse:h-11";

type TakeawayStampProps = { time: number; watchPath: string };

/** A takeaway's time: plays from there where a player is, else leads to one. */
function TakeawayStamp({ time, watchPath }: TakeawayStampProps) {
	const player = usePlayer();
	const clock = formatClock(time);
	const name = `Watch from ${clock}`;
	return player ? (
		<button type="button" className={STAMP} aria-label={name} title={name} onClick={() => player.seek(time)}>
			{clock}
		</button>
	) : (
		<a className={STAMP} href={`${watchPath}?t=${time}`} aria-label={name} title={name}>
			{clock}
		</a>
	);
}
