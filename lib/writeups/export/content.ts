import { Document } from "yaml";
import type { ExportSettings } from "../options";
import { EMPTY_CONTENT, type WriteUpContent } from "../types";
import { toInlineMarkdown } from "./inline-markdown";
import { byConference, groupIntoSections } from "./sections";
import type { CollectedTalks, ExportedConference, ExportedTalk } from "./types";

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
