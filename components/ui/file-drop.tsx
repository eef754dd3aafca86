"use client";

import { FileUp } from "lucide";
import { type DragEvent, useState } from "react";
import { Icon } from "./icon";

type Props = {
	/** What the file is, for those who hear it. */
	label: string;
	/** What there is to do. */
	title: string;
	/** Which files are taken, and what happens then. */
	hint: string;
	/** Endings of the files' names, as `accept` has them; all files where it is left out. */
	accept?: string;
	onFile: (file: File) => void;
};

/** Where a file is dropped or chosen. */
export function FileDrop({ label, title, hint, accept, onFile }: Props) {
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
			<span className="font-semibold">{title}</span>
			<span className="text-sm text-ink-soft">{hint}</span>
			<input
				className="sr-only"
				type="file"
				accept={accept}
				aria-label={label}
				onChange={(event) => {
					take(event.target.files);
					// So that the same file can be chosen again, once it is mended.
					event.target.value = "";
				}}
			/>
		</label>
	);
}
