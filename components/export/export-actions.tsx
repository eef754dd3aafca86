"use client";

import { Copy, Download } from "lucide";
import { useState } from "react";
import { Icon } from "@/components/ui/icon";
import { type ExportFile, readExportFile } from "./use-export-file";

type Props = {
	/** Of what is downloaded. */
	readonly address: string;
	readonly markdownAddress: string;
	readonly isVault: boolean;
	/** What is there of it by now. */
	readonly file: ExportFile | null;
};

export function ExportActions({ address, markdownAddress, isVault, file }: Props) {
	const [said, setSaid] = useState({ of: "", sentence: "" });
	const copy = async () => {
		try {
			const { text } = file ?? (await readExportFile(markdownAddress));
			await navigator.clipboard.writeText(text);
			setSaid({ of: address, sentence: "Copied." });
		} catch {
			setSaid({ of: address, sentence: "Your browser did not let it be copied. Download it instead." });
		}
	};
	return (
		<div className="export-actions">
			<a className="button-primary" href={address} download>
				<Icon icon={Download} /> {isVault ? "Download the vault" : "Download"}
			</a>
			{!isVault && (
				<button className="button" type="button" onClick={copy}>
					<Icon icon={Copy} /> Copy
				</button>
			)}
			<p role="status">{said.of === address && said.sentence}</p>
		</div>
	);
}
