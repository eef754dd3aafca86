import type { ReactNode } from "react";

/** What is written on a sheet: as high as its text. */
export const SHEET_FIELD =
	"block w-full min-w-0 resize-none bg-transparent text-ink outline-none field-sizing-content placeholder:text-ink-soft";

/** A button of a sheet's tools. Its focus is drawn inside it: the sheet cuts off what reaches out. */
export const SHEET_BUTTON =
	"inline-flex flex-none items-center justify-center rounded-md hover:bg-sunken hover:text-ink disabled:opacity-30";

/** A sheet to write on: its rows and its tools share one frame, which says where the focus is. */
export function NoteSheet({ children }: { children: ReactNode }) {
	return (
		<div className="overflow-clip rounded-lg border border-line-strong bg-surface has-[textarea:focus]:border-accent has-[textarea:focus]:outline has-[textarea:focus]:outline-accent">
			{children}
		</div>
	);
}
