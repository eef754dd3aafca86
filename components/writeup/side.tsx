"use client";

import { Copy, Download } from "lucide";
import { lazy, Suspense, useDeferredValue, useState, useSyncExternalStore } from "react";
import { MarkdownOptionsFields } from "@/components/export/markdown-options";
import { Icon } from "@/components/ui/icon";
import { Tabs } from "@/components/ui/tabs";
import { compileWriteUp } from "@/lib/writeups/compile/compile";
import { writeUpFileName } from "@/lib/writeups/compile/file-name";
import type { CompiledTalk } from "@/lib/writeups/compile/types";
import { findWarnings } from "@/lib/writeups/missing";
import type { MarkdownOptions } from "@/lib/writeups/options";
import type { WriteUpContent } from "@/lib/writeups/types";
import { Warnings } from "./lacks";

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
			<Tabs label="Beside the fields" tabs={TABS} value={tab} onChange={setTab}>
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
