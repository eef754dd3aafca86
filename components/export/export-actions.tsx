"use client";

import { Copy, Download } from "lucide";
import { useState } from "react";
import { Icon } from "@/components/ui/icon";
import { type ExportFile, fetchExportFile } from "./use-export-file";

type ExportActionsProps = {
	/** Of what is downloaded. */
	readonly url: string;
	readonly markdownUrl: string;
	readonly isVault: boolean;
	/** What is there of it by now. */
	readonly file: ExportFile | null;
};

export function ExportActions({ url, markdownUrl, isVault, file }: ExportActionsProps) {
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
		<div className="export-actions">
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
