"use client";

import { Copy, Download } from "lucide";
import { useEffect, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { formatCount } from "@/lib/text/format";
import { formatTalkCount } from "@/lib/text/format-amount";
import { settingsParams } from "@/lib/writeups/export/settings-params";
import type { ExportSettings } from "@/lib/writeups/options";
import { ExportFields } from "./export-fields";
import { CheckboxField } from "./fields";

type Props = {
	/** Of what: the address's query without any setting. */
	readonly scope: string;
	readonly settings: ExportSettings;
	readonly isWriteUp: boolean;
	/** Whether marked talks without a note can be taken along or left; not where talks were chosen. */
	readonly canIncludeMarked: boolean;
	/** Whether there is somebody with whom settings are kept. */
	readonly isKnown: boolean;
};

/** Where one chooses how an export is written, sees it, and takes it along. */
export function ExportBoard({ scope, settings: initial, isWriteUp, canIncludeMarked, isKnown }: Props) {
	const [settings, setSettings] = useState(initial);
	const [params, setParams] = useState(scope);
	const scopeParams = new URLSearchParams(params);
	const query = new URLSearchParams([...scopeParams, ...settingsParams(settings)]);
	const markdownUrl = `/export/markdown?${query}`;
	const { file, hasFailed } = useExportFile(markdownUrl);
	return (
		<div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_19rem] lg:items-start lg:gap-10">
			<div className="grid min-w-0 grid-cols-1 gap-3 lg:sticky lg:top-20">
				<ExportActions
					url={settings.isVault ? `/export/vault?${query}` : markdownUrl}
					isVault={settings.isVault}
					file={file?.url === markdownUrl ? file : null}
					markdownUrl={markdownUrl}
				/>
				<ExportPreview file={file} hasFailed={hasFailed} isVault={settings.isVault} />
			</div>
			<div>
				{canIncludeMarked && (
					<CheckboxField
						label="Marked talks without a note, too"
						isOn={scopeParams.get("include") === "marked"}
						onChange={(isOn) => {
							scopeParams.delete("include");
							if (isOn) scopeParams.set("include", "marked");
							setParams(scopeParams.toString());
						}}
					/>
				)}
				<ExportFields
					value={settings}
					isWriteUp={isWriteUp}
					onChange={(changed) => {
						setSettings(changed);
						if (isKnown) saveSettingsSoon(changed);
					}}
				/>
			</div>
		</div>
	);
}

type ExportActionsProps = {
	/** Of what is downloaded. */
	readonly url: string;
	readonly markdownUrl: string;
	readonly isVault: boolean;
	/** What is there of it by now. */
	readonly file: ExportFile | null;
};

function ExportActions({ url, markdownUrl, isVault, file }: ExportActionsProps) {
	const [status, setStatus] = useState({ of: "", sentence: "" });
	const copy = async () => {
		try {
			const { text } = file ?? (await fetchExportFile(markdownUrl));
			await navigator.clipboard.writeText(text);
			setStatus({ of: url, sentence: "Copied." });
		} catch {
			setStatus({ of: url, sentence: "Your browser did not let it be copied. Download it instead." });
		}
	};
	return (
		<div className="flex flex-wrap items-center gap-2">
			<a className="button-primary" href={url} download>
				<Icon icon={Download} /> {isVault ? "Download the vault" : "Download"}
			</a>
			{!isVault && (
				<button className="button" type="button" onClick={copy}>
					<Icon icon={Copy} /> Copy
				</button>
			)}
			<p role="status">{status.of === url && status.sentence}</p>
		</div>
	);
}

/** However long the file is: nothing below moves when it comes. */
const FILE = "h-[50vh] overflow-auto rounded-card border border-line bg-surface lg:h-auto lg:max-h-[calc(100vh-12rem)]";

type ExportPreviewProps = { readonly file: ExportFile | null; readonly hasFailed: boolean; readonly isVault: boolean };

/** More is no longer looked at, and slows the page. */
const MAX_PREVIEW_LENGTH = 100_000;

function ExportPreview({ file, hasFailed, isVault }: ExportPreviewProps) {
	if (hasFailed) {
		return (
			<p role="alert" className="text-problem">
				The file could not be read. Reload the page to try again.
			</p>
		);
	}
	if (!file) {
		return (
			<>
				<p className="text-ink-soft">Writing it …</p>
				<div className={FILE} />
			</>
		);
	}
	const talks = formatTalkCount(file.talkCount);
	if (isVault) {
		return (
			<div className="prose">
				<p>
					A zip with a note for each of {talks}, its details as properties, and notes for speakers, tracks, topics and
					conferences that link to them. Unpack it, and open the folder in Obsidian.
				</p>
			</div>
		);
	}
	const isCut = file.text.length > MAX_PREVIEW_LENGTH;
	return (
		<>
			<p className="text-ink-soft">
				{talks}, {formatCount(countWords(file.text))} words
			</p>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys. */}
			<section className={FILE} aria-label="The file" tabIndex={0}>
				<pre className="p-4 font-mono text-[0.8125rem] leading-normal wrap-anywhere whitespace-pre-wrap [tab-size:4]">
					{isCut ? file.text.slice(0, MAX_PREVIEW_LENGTH) : file.text}
				</pre>
			</section>
			{isCut && <p className="text-ink-soft">This is its beginning. Copies and downloads are whole.</p>}
		</>
	);
}

function countWords(text: string): number {
	return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;
}

const SAVE_DELAY_MS = 300;

let pending: { readonly timer: ReturnType<typeof setTimeout>; readonly send: () => void } | null = null;

/** Keeps settings with the visitor, once they stay as they are for a moment or the page is left. */
function saveSettingsSoon(settings: ExportSettings): void {
	if (pending) clearTimeout(pending.timer);
	else addEventListener("pagehide", sendNow);
	const send = () => {
		removeEventListener("pagehide", sendNow);
		pending = null;
		// What is not kept is only chosen once more.
		fetch("/api/export-settings", {
			method: "PUT",
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify(settings),
			keepalive: true,
		}).catch(() => {});
	};
	pending = { timer: setTimeout(send, SAVE_DELAY_MS), send };
}

function sendNow(): void {
	if (!pending) return;
	clearTimeout(pending.timer);
	pending.send();
}

type ExportFile = {
	/** Of what it was read. */
	readonly url: string;
	readonly text: string;
	readonly talkCount: number;
};

/** Changes come as fast as keys are pressed. */
const DEBOUNCE_MS = 150;

/** The file at an address, while the address changes; the one before stays until the next is there. */
function useExportFile(url: string): { file: ExportFile | null; hasFailed: boolean } {
	const [file, setFile] = useState<ExportFile | null>(null);
	const [failed, setFailed] = useState<string | null>(null);
	useEffect(() => {
		const aborter = new AbortController();
		const timer = setTimeout(async () => {
			try {
				setFile(await fetchExportFile(url, aborter.signal));
				setFailed(null);
			} catch {
				if (!aborter.signal.aborted) setFailed(url);
			}
		}, DEBOUNCE_MS);
		return () => {
			clearTimeout(timer);
			aborter.abort();
		};
	}, [url]);
	return { file, hasFailed: failed === url };
}

/** Throws where there is none. */
async function fetchExportFile(url: string, signal?: AbortSignal): Promise<ExportFile> {
	const response = await fetch(url, { signal });
	if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
	const text = await response.text();
	return { url, text, talkCount: Number(response.headers.get("Talk-Count") ?? 0) };
}
