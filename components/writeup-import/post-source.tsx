"use client";

import { useId, useState } from "react";
import { MAX_POST_LENGTH } from "@/lib/writeups/import/schema";
import { FileDrop } from "../ui/file-drop";
import { readPostFile } from "./read-post-file";

type PostSourceProps = {
	readonly markdown: string;
	readonly onChange: (markdown: string) => void;
	readonly onPreview: () => void;
	readonly isReading: boolean;
	/** What is wrong with it; empty where nothing is. */
	readonly problem: string;
};

/** Where a post is pasted, chosen or dropped. */
export function PostSource({ markdown, onChange, onPreview, isReading, problem }: PostSourceProps) {
	const id = useId();
	const [fileProblem, setFileProblem] = useState("");
	const visibleProblem = fileProblem || problem;
	return (
		<form
			className="grid gap-4"
			onSubmit={(event) => {
				event.preventDefault();
				onPreview();
			}}
		>
			<FileDrop
				label="Post file"
				title="Choose a Markdown file, or drop it here"
				hint="You see what comes of it before anything is made."
				accept=".md,.markdown,.mdx,.mkd,.txt,text/markdown,text/plain"
				onFile={async (file) => {
					const read = await readPostFile(file);
					setFileProblem("problem" in read ? read.problem : "");
					if ("text" in read) onChange(read.text);
				}}
			/>
			<div className="grid gap-1">
				<label htmlFor={id}>Or paste it here</label>
				<textarea
					id={id}
					className="field min-h-64 font-mono text-sm"
					value={markdown}
					maxLength={MAX_POST_LENGTH}
					spellCheck={false}
					onChange={({ target }) => {
						setFileProblem("");
						onChange(target.value);
					}}
				/>
			</div>
			<div className="flex flex-wrap items-center gap-3">
				<button className="button-primary" type="submit" disabled={isReading || markdown.trim() === ""}>
					{isReading ? "Reading …" : "See what comes of it"}
				</button>
				<p role="alert" className="text-problem wrap-anywhere">
					{visibleProblem}
				</p>
			</div>
		</form>
	);
}
