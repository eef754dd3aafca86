import { Document } from "yaml";
import type { Db } from "@/lib/db/client";
import { compileWriteUp } from "../compile/compile";
import { writeUpFileName, writeUpSlug } from "../compile/file-name";
import { type ExportSettings, exportSettingsSchema } from "../options";
import { getWriteUp, listTalkIds } from "../queries";
import { EMPTY_CONTENT, type WriteUpContent } from "../types";
import { vaultFiles } from "../vault/files";
import { planVault } from "../vault/plan";
import { zipStream } from "../vault/zip";
import { collectTalks, loadExportedTalks, resolveRequest } from "./collect";
import { loadCompiledTalks } from "./compiled-talks";
import { byConference, groupIntoSections, toInlineMarkdown } from "./sections";
import { loadExportSettings } from "./settings";
import { parseSettings } from "./settings-params";
import type { CollectedTalks, ExportedConference, ExportedTalk } from "./types";

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

/** What a visitor marked and noted as a write-up that is kept nowhere: the same data makes the same one. */
export function buildExportContent(
	collected: CollectedTalks,
	{ group, order }: Pick<ExportSettings, "group" | "order">,
): WriteUpContent {
	const conferences = listConferences(collected);
	const only = findOnlyConference(collected);
	return {
		...EMPTY_CONTENT,
		title: buildTitle(collected),
		date: findDate(collected.talks, conferences),
		frontMatter: only
			? toYaml({ conference: oneLine(only.title) })
			: toYaml({ conferences: conferences.map(({ title }) => oneLine(title)) }),
		sections: groupIntoSections(collected.talks, group, order).map(({ heading, talks }, index) => ({
			id: `s${index}`,
			heading: toInlineMarkdown(oneLine(heading)),
			prose: "",
			items: talks.map(({ id }) => ({
				id: `s${index}-${id}`,
				talkId: id,
				missingTalk: null,
				heading: null,
				text: null,
				takeaways: null,
				leftOut: [],
			})),
		})),
	};
}

function buildTitle(collected: CollectedTalks): string {
	const only = findOnlyConference(collected);
	return only ? `Notes on ${oneLine(only.title) || only.slug}` : "Conference notes";
}

/** The name of a file of them, without its ending. */
export function exportBaseName(collected: CollectedTalks): string {
	const name = findOnlyConference(collected)?.slug ?? "talkshelf";
	// As it stands in a header, between quotation marks.
	return `${name.replace(/[^\w.-]+/g, "-")}-notes`;
}

/** The one that was asked for, or that all talks are of. */
function findOnlyConference(collected: CollectedTalks): ExportedConference | null {
	if (collected.conference) return collected.conference;
	const [first, ...others] = listConferences(collected);
	return first && others.length === 0 ? first : null;
}

/** By date. */
export function listConferences({ conference, talks }: CollectedTalks): ExportedConference[] {
	if (conference) return [conference];
	const found = new Map(talks.toSorted(byConference).map((talk) => [talk.conference.slug, talk.conference]));
	return [...found.values()];
}

/** The latest change among what is exported, else the conferences' last day; empty where there is none. */
function findDate(talks: readonly ExportedTalk[], conferences: readonly ExportedConference[]): string {
	const changes = talks.flatMap(({ noteUpdatedAt, mark }) => (noteUpdatedAt ?? mark?.updatedAt)?.getTime() ?? []);
	if (changes.length === 0)
		return (
			conferences
				.map(({ endDate }) => endDate)
				.sort()
				.at(-1) ?? ""
		);
	const latest = changes.reduce((a, b) => Math.max(a, b));
	return new Date(latest).toISOString().replace(/\.\d+Z$/, "Z");
}

function toYaml(fields: Readonly<Record<string, unknown>>): string {
	return new Document(fields)
		.toString({
			defaultStringType: "QUOTE_DOUBLE",
			defaultKeyType: "PLAIN",
			doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY,
			lineWidth: 0,
		})
		.trimEnd();
}

function oneLine(text: string): string {
	return text.replace(/[\r\n\u2028\u2029]+/g, " ").trim();
}
