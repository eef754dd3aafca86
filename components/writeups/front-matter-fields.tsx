"use client";

import { useId, useState } from "react";
import { writeUpSlug } from "@/lib/writeups/compile/file-name";
import type { WriteUpContent } from "@/lib/writeups/types";
import { useEditing } from "./editing";
import { LineField, TextArea } from "./text-area";

/** What front matter says: the title, and what is mostly left as it is. */
export function FrontMatterFields({ content }: { content: WriteUpContent }) {
	"use memo";
	const { change } = useEditing();
	const set = (changes: Partial<WriteUpContent>) => change((each) => ({ ...each, ...changes }));
	return (
		<div className="grid gap-4">
			<LineField
				label="Title"
				value={content.title}
				className="text-xl font-bold"
				focusName="title"
				onChange={(title) => set({ title })}
			/>
			<details className="card px-4" data-focus-inside="date front-matter">
				<summary className="py-2.5 font-medium">Date, tags and front matter</summary>
				<div className="grid gap-4 pb-4 sm:grid-cols-2">
					<LineField
						label="Date"
						value={content.date}
						placeholder="2026-02-11"
						focusName="date"
						onChange={(date) => set({ date: date.trim() })}
					/>
					<LineField
						label="Slug"
						value={content.slug}
						placeholder={writeUpSlug({ slug: "", title: content.title })}
						onChange={(slug) => set({ slug })}
					/>
					<div className="sm:col-span-2">
						<TextArea
							label="Description"
							value={content.description}
							onChange={(description) => set({ description })}
						/>
					</div>
					<ListField
						label="Categories, with commas between"
						values={content.categories}
						onChange={(categories) => set({ categories })}
					/>
					<ListField label="Tags, with commas between" values={content.tags} onChange={(tags) => set({ tags })} />
					<ListField
						label="Keywords, with commas between"
						values={content.keywords}
						onChange={(keywords) => set({ keywords })}
					/>
					<div className="sm:col-span-2">
						<TextArea
							label="Further front matter, as YAML"
							value={content.frontMatter}
							isCode
							placeholder={"draft: true\nauthor: Ada"}
							focusName="front-matter"
							onChange={(frontMatter) => set({ frontMatter })}
						/>
					</div>
				</div>
			</details>
		</div>
	);
}

type ListFieldProps = {
	readonly label: string;
	readonly values: readonly string[];
	readonly onChange: (values: string[]) => void;
};

/** A list of short texts, typed with commas between them. */
function ListField({ label, values, onChange }: ListFieldProps) {
	const id = useId();
	// What is typed stays as it is typed, a comma at its end too, as long as it means what the list has.
	const [typed, setTyped] = useState(() => values.join(", "));
	const visibleText = isSame(parseList(typed), values) ? typed : values.join(", ");
	return (
		<div className="grid gap-1">
			<label htmlFor={id}>{label}</label>
			<input
				id={id}
				className="field"
				value={visibleText}
				autoComplete="off"
				onChange={({ target }) => {
					setTyped(target.value);
					const list = parseList(target.value);
					if (!isSame(list, values)) onChange(list);
				}}
			/>
		</div>
	);
}

function parseList(text: string): string[] {
	return [
		...new Set(
			text
				.split(",")
				.map((each) => each.trim())
				.filter((each) => each !== ""),
		),
	];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((each, index) => each === b[index]);
}
