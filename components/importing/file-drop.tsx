"use client";

import { FileUp } from "lucide";
import { type DragEvent, useState } from "react";
import { Icon } from "../ui/icon";

/** Where a file is dropped or chosen. */
export function FileDrop({ onFile }: { onFile: (file: File) => void }) {
	const [isOver, setIsOver] = useState(false);

	const take = (files: FileList | null) => {
		const file = files?.[0];
		if (file) onFile(file);
	};
	const over = (event: DragEvent) => {
		// Else the browser opens the file in the place of this page.
		event.preventDefault();
		setIsOver(true);
	};

	return (
		<label
			className={`grid cursor-pointer justify-items-center gap-2 rounded-card border-2 border-dashed px-6 py-10 text-center hover:border-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent ${isOver ? "border-accent bg-sunken" : "border-line-strong bg-surface"}`}
			onDragEnter={over}
			onDragOver={over}
			onDragLeave={() => setIsOver(false)}
			onDrop={(event) => {
				event.preventDefault();
				setIsOver(false);
				take(event.dataTransfer.files);
			}}
		>
			<Icon icon={FileUp} className="text-2xl text-accent" />
			<span className="font-semibold">Choose a schedule’s file, or drop it here</span>
			<span className="text-sm text-ink-soft">
				XML, JSON, iCalendar or CSV, up to 32 MB. You see what is in it before anything is imported.
			</span>
			<input
				className="sr-only"
				type="file"
				aria-label="Schedule file"
				onChange={(event) => {
					take(event.target.files);
					// So that the same file can be chosen again, once it is mended.
					event.target.value = "";
				}}
			/>
		</label>
	);
}
