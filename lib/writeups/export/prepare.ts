import type { Db } from "@/lib/db/client";
import { compileWriteUp } from "../compile/compile";
import { slugOf, writeUpFileName } from "../compile/file-name";
import { type ExportSettings, exportSettingsSchema } from "../options";
import { getWriteUp, talkIdsOf } from "../queries";
import type { WriteUpContent } from "../types";
import { vaultFiles } from "../vault/files";
import { planVault } from "../vault/plan";
import { zipStream } from "../vault/zip";
import { exportContent, exportName } from "./content";
import { exportedTalks, gatherTalks } from "./gather";
import { readSettings } from "./setting-names";
import { exportSettings } from "./settings";
import { readRequest } from "./shown";
import type { ExportedTalk } from "./types";
import { writtenTalks } from "./written";

export type PreparedExport = {
	/** Somebody known, or nobody. */
	readonly userId: string | null;
	readonly settings: ExportSettings;
	readonly content: WriteUpContent;
	/** Whether it is a write-up that is kept, which has sections of its own. */
	readonly isWriteUp: boolean;
	/** Each once, in no order. */
	readonly talks: readonly ExportedTalk[];
	/** How many of them are written, as the settings have it. */
	readonly talkCount: number;
	/** Of a Markdown file, with its ending. */
	readonly fileName: string;
	/** Of a vault, with its ending. */
	readonly vaultName: string;
};

/**
 * What an export's address asks for: a write-up of the visitor's (`writeup`), or their talks (see `readRequest`), written
 * with the settings it names (see `readSettings`), else with those that are remembered. A sentence where there is no such
 * write-up or conference.
 */
export async function prepareExport(
	db: Db,
	userId: string | null,
	params: URLSearchParams,
): Promise<PreparedExport | { readonly problem: string }> {
	const remembered = await exportSettings(db, userId);
	const writeUpId = params.get("writeup");
	if (writeUpId !== null) return prepareWriteUp(db, userId, writeUpId.replaceAll("\0", ""), params, remembered);
	const gathered = await gatherTalks(db, userId, await readRequest(db, userId, params));
	if (!gathered) return { problem: "There is no such conference here." };
	const settings = readSettings(params, remembered);
	const name = exportName(gathered);
	return {
		userId,
		settings,
		content: exportContent(gathered, settings),
		isWriteUp: false,
		talks: gathered.talks,
		talkCount: countTalks(gathered.talks, settings),
		fileName: `${name}.md`,
		vaultName: `${name}.zip`,
	};
}

async function prepareWriteUp(
	db: Db,
	userId: string | null,
	id: string,
	params: URLSearchParams,
	remembered: ExportSettings,
): Promise<PreparedExport | { readonly problem: string }> {
	const writeUp = userId === null ? null : await getWriteUp(db, { userId, id });
	if (!writeUp || userId === null) return { problem: "There is no such write-up here." };
	const { content, options } = writeUp;
	const settings = readSettings(params, exportSettingsSchema.parse({ ...remembered, ...options }));
	const talks = await exportedTalks(db, userId, talkIdsOf(content));
	return {
		userId,
		settings,
		content,
		isWriteUp: true,
		talks,
		talkCount: talks.length,
		fileName: writeUpFileName(content, settings.flavour),
		vaultName: `${slugOf(content)}.zip`,
	};
}

function countTalks(talks: readonly ExportedTalk[], { isVault, withoutNote }: ExportSettings): number {
	if (isVault || withoutNote !== "none") return talks.length;
	return talks.filter(({ notedAt }) => notedAt !== null).length;
}

/** The Markdown file, whole. */
export async function exportMarkdown(db: Db, { userId, content, talks, settings }: PreparedExport): Promise<string> {
	return compileWriteUp(content, await writtenTalks(db, userId, talks), settings);
}

/** The zip of the vault, made as it is read. */
export function exportVault(
	db: Db,
	{ userId, content, isWriteUp, talks, settings }: PreparedExport,
): ReadableStream<Uint8Array> {
	const plan = planVault(talks, isWriteUp ? content.title || "Write-up" : null);
	const load = (some: readonly ExportedTalk[]) => writtenTalks(db, userId, some);
	return zipStream(vaultFiles({ plan, writeUp: isWriteUp ? content : null, options: settings, load }));
}
