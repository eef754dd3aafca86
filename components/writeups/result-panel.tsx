"use client";

import { Copy, Download } from "lucide";
import { lazy, Suspense, useDeferredValue, useState, useSyncExternalStore } from "react";
import { Icon } from "@/components/ui/icon";
import { Tabs } from "@/components/ui/tabs";
import { MarkdownOptionsFields } from "@/components/writeups/export/markdown-options";
import { formatAmount } from "@/lib/text/format-amount";
import { compileWriteUp } from "@/lib/writeups/compile/compile";
import { writeUpFileName } from "@/lib/writeups/compile/file-name";
import type { CompiledTalk } from "@/lib/writeups/compile/types";
import type { MarkdownOptions } from "@/lib/writeups/options";
import type { WriteUpContent } from "@/lib/writeups/types";
import { findWarnings, type WriteUpWarning } from "@/lib/writeups/warnings";

const Preview = lazy(() => import("./preview"));

const subscribeToNothing = () => () => {};

const TABS = [
	{ id: "looks", name: "Preview" },
	{ id: "markdown", name: "Markdown" },
	{ id: "options", name: "Options" },
] as const;

type Props = {
	readonly content: WriteUpContent;
	readonly talks: ReadonlyMap<number, CompiledTalk>;
	readonly options: MarkdownOptions;
	readonly onOptions: (options: MarkdownOptions) => void;
};

/** Beside the fields: what comes of them, what is missing, and how it is taken along. */
export function ResultPanel({ content, talks, options, onOptions }: Props) {
	const [tab, setTab] = useState<(typeof TABS)[number]["id"]>("looks");
	const deferredContent = useDeferredValue(content);
	const warnings = findWarnings(deferredContent, talks);
	// Drawn in the browser alone: it counts words as it knows them, and the page arrives sooner without.
	const isInBrowser = useSyncExternalStore(
		subscribeToNothing,
		() => true,
		() => false,
	);
	return (
		<>
			<DownloadActions content={content} talks={talks} options={options} />
			<Warnings warnings={warnings} />
			<Tabs label="Preview and options" tabs={TABS} value={tab} onChange={setTab}>
				{tab === "options" ? (
					<MarkdownOptionsFields value={options} onChange={onOptions} />
				) : !isInBrowser ? (
					<p className="text-ink-soft">Loading…</p>
				) : (
					<Suspense fallback={<p className="text-ink-soft">Loading…</p>}>
						<Preview content={content} talks={talks} options={options} isMarkdown={tab === "markdown"} />
					</Suspense>
				)}
			</Tabs>
		</>
	);
}

function DownloadActions({ content, talks, options }: Pick<Props, "content" | "talks" | "options">) {
	const [status, setStatus] = useState("");
	const copy = async () => {
		try {
			await navigator.clipboard.writeText(compileWriteUp(content, talks, options));
			setStatus("Copied.");
		} catch {
			setStatus("Your browser did not let it be copied. Download it instead.");
		}
	};
	const download = () => {
		const file = new Blob([compileWriteUp(content, talks, options)], { type: "text/markdown;charset=utf-8" });
		const link = document.createElement("a");
		link.href = URL.createObjectURL(file);
		link.download = writeUpFileName(content, options.flavour);
		link.click();
		setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
	};
	return (
		<div className="flex flex-wrap items-center gap-3">
			<button type="button" className="button-primary" onClick={download}>
				<Icon icon={Download} /> Download Markdown
			</button>
			<button type="button" className="button" onClick={copy}>
				<Icon icon={Copy} /> Copy
			</button>
			<p role="status" className="text-ink-soft">
				{status}
			</p>
		</div>
	);
}

/** What a write-up lacks; each leads to where it is to be written. */
function Warnings({ warnings }: { warnings: readonly WriteUpWarning[] }) {
	if (warnings.length === 0) return <p className="text-ink-soft">Nothing to check.</p>;
	return (
		<details className="card px-4">
			<summary className="py-2.5 font-medium">{summarizeWarnings(warnings)}</summary>
			<ul className="grid gap-1 pb-4">
				{warnings.map((warning) => {
					const { focus, message } = formatWarning(warning);
					return (
						<li key={`${warning.kind} ${focus}`}>
							<button type="button" className="link min-h-8 text-start" onClick={() => focusField(focus)}>
								{message}
							</button>
						</li>
					);
				})}
			</ul>
		</details>
	);
}

function summarizeWarnings(warnings: readonly WriteUpWarning[]): string {
	const withoutNote = warnings.filter(({ kind }) => kind === "note").length;
	const others = warnings.length - withoutNote;
	return [
		withoutNote > 0 && `${formatAmount(withoutNote, "talk has", "talks have")} no note`,
		others > 0 && `${formatAmount(others, "thing", "things")} to check`,
	]
		.filter(Boolean)
		.join(", ");
}

function focusField(name: string): void {
	const field = document.querySelector<HTMLElement>(`[data-focus="${CSS.escape(name)}"]`);
	const details = field?.closest("details");
	if (details) details.open = true;
	field?.focus();
	field?.scrollIntoView({ block: "center" });
}

function formatWarning(warning: WriteUpWarning): { focus: string; message: string } {
	switch (warning.kind) {
		case "title":
			return { focus: "title", message: "It has no title." };
		case "date":
			return { focus: "date", message: "It has no date." };
		case "front-matter":
			return { focus: "front-matter", message: "The further front matter is not YAML, and is left out." };
		case "heading":
			return { focus: `section-heading-${warning.sectionId}`, message: "A section has no heading." };
		case "empty-section":
			return { focus: `section-heading-${warning.sectionId}`, message: "A section holds nothing." };
		case "note":
			return { focus: `item-${warning.itemId}`, message: `Nothing is written on “${warning.title}”.` };
		case "talk":
			return { focus: `item-${warning.itemId}`, message: `“${warning.title}” is not here yet.` };
	}
}
