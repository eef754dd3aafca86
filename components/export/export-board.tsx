"use client";

import { useState } from "react";
import { settingsParams } from "@/lib/writeups/export/setting-names";
import type { ExportSettings } from "@/lib/writeups/options";
import { ExportActions } from "./export-actions";
import { ExportFields } from "./export-fields";
import { ExportPreview } from "./export-preview";
import { CheckboxField } from "./fields";
import { saveSettingsSoon } from "./remember-settings";
import { useExportFile } from "./use-export-file";
import "./export.css";

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
		<div className="export-board">
			<div className="export-result">
				<ExportActions
					url={settings.isVault ? `/export/vault?${query}` : markdownUrl}
					isVault={settings.isVault}
					file={file?.url === markdownUrl ? file : null}
					markdownUrl={markdownUrl}
				/>
				<ExportPreview file={file} hasFailed={hasFailed} isVault={settings.isVault} />
			</div>
			<div className="export-choices">
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
