const KEYS = [
	["Enter", "the next takeaway, or the next item of a list"],
	["Backspace", "at its beginning: joins a takeaway to the one before"],
	["Alt ↑ ↓", "moves a takeaway"],
	["Ctrl B, I, E", "bold, italic, code"],
	["Ctrl K", "a link; or paste an address over words"],
	["Ctrl Shift 8, 7, .", "a list, a numbered list, a quote"],
] as const;

/** The keys that write a note. */
export default function NoteKeys() {
	const isApple = /Mac|iP/.test(navigator.platform);
	return (
		<dl>
			{KEYS.map(([keys, action]) => (
				<div key={keys} className="grid grid-cols-[9rem_1fr] gap-2 py-0.5">
					<dt>
						<kbd className="rounded-sm border border-line bg-sunken px-1.5 py-0.5 [font:inherit] whitespace-nowrap">
							{isApple ? keys.replace("Ctrl", "⌘").replace("Alt", "⌥") : keys}
						</kbd>
					</dt>
					<dd>{action}</dd>
				</div>
			))}
		</dl>
	);
}
