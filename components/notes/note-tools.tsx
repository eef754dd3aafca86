import { Bold, Code, Heading, type IconNode, Italic, Link, List, ListOrdered, ListTodo, TextQuote } from "lucide";
import { type KeyboardEvent, useState } from "react";
import { Icon } from "@/components/ui/icon";
import type { Format } from "./markdown-edits";
import { SHEET_BUTTON } from "./note-sheet";

type Tool = { readonly format: Format; readonly name: string; readonly icon: IconNode; readonly keys?: string };

/** In the order of the toolbar; the keys as ARIA writes them, where Control stands for ⌘ on Apple's. */
const TOOLS: readonly Tool[] = [
	{ format: "heading", name: "Heading", icon: Heading },
	{ format: "bold", name: "Bold", icon: Bold, keys: "Control+B" },
	{ format: "italic", name: "Italic", icon: Italic, keys: "Control+I" },
	{ format: "code", name: "Code", icon: Code, keys: "Control+E" },
	{ format: "link", name: "Link", icon: Link, keys: "Control+K" },
	{ format: "list", name: "List", icon: List, keys: "Control+Shift+8" },
	{ format: "numbers", name: "Numbered list", icon: ListOrdered, keys: "Control+Shift+7" },
	{ format: "tasks", name: "Task list", icon: ListTodo },
	{ format: "quote", name: "Quote", icon: TextQuote, keys: "Control+Shift+." },
];

type Props = { controls: string; isDisabled: boolean; onFormat: (format: Format) => void };

/** The formats of Markdown, as a toolbar: one stop for Tab, in which the arrow keys go on. */
export function NoteTools({ controls, isDisabled, onFormat }: Props) {
	const [current, setCurrent] = useState(0);

	function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
		const steps: Readonly<Record<string, number>> = {
			ArrowRight: current + 1,
			ArrowLeft: current - 1,
			Home: 0,
			End: TOOLS.length - 1,
		};
		const target = steps[event.key];
		if (target === undefined) return;
		event.preventDefault();
		const index = (target + TOOLS.length) % TOOLS.length;
		setCurrent(index);
		event.currentTarget.querySelectorAll("button")[index]?.focus();
	}

	return (
		<div
			role="toolbar"
			aria-label="Format"
			aria-controls={controls}
			className="flex overflow-x-auto border-b border-line px-1 text-ink-soft [scrollbar-width:none]"
			onKeyDown={onKeyDown}
		>
			{TOOLS.map(({ format, name, icon, keys }, index) => (
				<button
					key={format}
					type="button"
					// Of those that are wider than a phone the last one is cut, so that it is seen that they go on.
					className={`${SHEET_BUTTON} size-9 focus-visible:-outline-offset-2 max-sm:h-11 max-sm:w-12`}
					aria-label={name}
					title={keys ? `${name} (${keys.replace("Control", "Ctrl")})` : name}
					aria-keyshortcuts={keys}
					tabIndex={index === current ? 0 : -1}
					disabled={isDisabled}
					onFocus={() => setCurrent(index)}
					onClick={() => onFormat(format)}
				>
					<Icon icon={icon} />
				</button>
			))}
		</div>
	);
}
