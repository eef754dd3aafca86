import { load } from "js-yaml";
import type { ArchivedFile } from "./zip";

/** A note as Obsidian sees it. */
export type OpenedNote = {
	readonly path: string;
	/** Of the path, without folders and `.md`. */
	readonly name: string;
	readonly properties: Readonly<Record<string, unknown>>;
	readonly body: string;
	/** The notes that it links to, by what the links say, in properties too. */
	readonly links: readonly string[];
};

/** Reads a vault's files as another program does, for tests. */
export function openVault(files: readonly ArchivedFile[]): OpenedNote[] {
	return files.map(({ path, text }) => {
		const [, yaml = "", body = text] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text) ?? [];
		return {
			path,
			name: (path.split("/").at(-1) ?? "").replace(/\.md$/, ""),
			properties: yaml === "" ? {} : (load(yaml) as Record<string, unknown>),
			body,
			links: [...text.matchAll(/\[\[((?:(?!\]\])[^\n])+)\]\]/g)].map(([, name]) => name ?? ""),
		};
	});
}
