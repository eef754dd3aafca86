import { ChevronDown, ChevronUp, Clock, GripVertical, type IconNode, X } from "lucide";
import { type ClipboardEvent, type KeyboardEvent, lazy, memo, Suspense, useState } from "react";
import { insertTextIntoField } from "text-field-edit";
import { usePlayer } from "@/components/player/player-context";
import { Icon } from "@/components/ui/icon";
import type { Takeaway } from "@/lib/notes/types";
import { formatClock } from "@/lib/time/clock";
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
		<li className="takeaway" data-current={isCurrent}>
			<span className="takeaway-handle" data-handle title="Drag" aria-hidden="true">
				<Icon icon={GripVertical} />
			</span>
			<div className="takeaway-body">
				{time !== undefined && <TakeawayStamp time={time} watchPath={watchPath} />}
				{/* One line of text that may be wider than its place: it wraps there, and Enter ends it. */}
				<textarea
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
			<span className="takeaway-steps">
				<RowButton
					name={`${time === undefined ? "Set" : "Change"} the time of takeaway ${number}`}
					icon={Clock}
					isDisabled={isReadOnly}
					isExpanded={isTiming}
					onClick={() => setIsTiming(!isTiming)}
				/>
				<span className="takeaway-pair">
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

type TakeawayStampProps = { time: number; watchPath: string };

/** A takeaway's time: plays from there where a player is, else leads to one. */
function TakeawayStamp({ time, watchPath }: TakeawayStampProps) {
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
