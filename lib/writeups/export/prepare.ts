import type { Db } from "@/lib/db/client";
import { compileWriteUp } from "../compile/compile";
import { writeUpFileName, writeUpSlug } from "../compile/file-name";
import { type ExportSettings, exportSettingsSchema } from "../options";
import { getWriteUp, listTalkIds } from "../queries";
import type { WriteUpContent } from "../types";
import { vaultFiles } from "../vault/files";
import { planVault } from "../vault/plan";
import { zipStream } from "../vault/zip";
import { collectTalks, loadExportedTalks, resolveRequest } from "./collect";
import { loadCompiledTalks } from "./compiled-talks";
import { buildExportContent, exportBaseName } from "./content";
import { loadExportSettings } from "./settings";
import { parseSettings } from "./settings-params";
import type { ExportedTalk } from "./types";

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
	const savedSettings = await loadExportSettings(db, userId);
	const writeUpId = params.get("writeup");
	if (writeUpId !== null) return prepareWriteUp(db, userId, writeUpId.replaceAll("\0", ""), params, savedSettings);
	const collected = await collectTalks(db, userId, await resolveRequest(db, userId, params));
	if (!collected) return { problem: "There is no such conference here." };
	const settings = parseSettings(params, savedSettings);
	const name = exportBaseName(collected);
	return {
		userId,
		settings,
		content: buildExportContent(collected, settings),
		isWriteUp: false,
		talks: collected.talks,
		talkCount: countTalks(collected.talks, settings),
		fileName: `${name}.md`,
		vaultName: `${name}.zip`,
	};
}

async function prepareWriteUp(
	db: Db,
	userId: string | null,
	id: string,
	params: URLSearchParams,
	savedSettings: ExportSettings,
): Promise<PreparedExport | { readonly problem: string }> {
	const writeUp = userId === null ? null : await getWriteUp(db, { userId, id });
	if (!writeUp || userId === null) return { problem: "There is no such write-up here." };
	const { content, options } = writeUp;
	const settings = parseSettings(params, exportSettingsSchema.parse({ ...savedSettings, ...options }));
	const talks = await loadExportedTalks(db, userId, listTalkIds(content));
	return {
		userId,
		settings,
		content,
		isWriteUp: true,
		talks,
		talkCount: talks.length,
		fileName: writeUpFileName(content, settings.flavour),
		vaultName: `${writeUpSlug(content)}.zip`,
	};
}

function countTalks(talks: readonly ExportedTalk[], { isVault, withoutNote }: ExportSettings): number {
	if (isVault || withoutNote !== "none") return talks.length;
	return talks.filter(({ noteUpdatedAt }) => noteUpdatedAt !== null).length;
}

/** The Markdown file, whole. */
export async function exportMarkdown(db: Db, { userId, content, talks, settings }: PreparedExport): Promise<string> {
	return compileWriteUp(content, await loadCompiledTalks(db, userId, talks), settings);
}

/** The zip of the vault, made as it is read. */
export function exportVault(
	db: Db,
	{ userId, content, isWriteUp, talks, settings }: PreparedExport,
): ReadableStream<Uint8Array> {
	const plan = planVault(talks, isWriteUp ? content.title || "Write-up" : null);
	const load = (some: readonly ExportedTalk[]) => loadCompiledTalks(db, userId, some);
	return zipStream(vaultFiles({ plan, writeUp: isWriteUp ? content : null, options: settings, load }));
}
