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
				<div key={keys}>
					<dt>
						<kbd>{isApple ? keys.replace("Ctrl", "⌘").replace("Alt", "⌥") : keys}</kbd>
					</dt>
					<dd>{action}</dd>
				</div>
			))}
		</dl>
	);
}
