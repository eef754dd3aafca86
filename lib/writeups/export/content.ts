import { Document } from "yaml";
import type { ExportSettings } from "../options";
import { EMPTY_CONTENT, type WriteUpContent } from "../types";
import { inlineText } from "./inline-text";
import { byConference } from "./order";
import { sectionsOf } from "./sections";
import type { ExportedConference, ExportedTalk, GatheredTalks } from "./types";

/** What a visitor marked and noted as a write-up that is kept nowhere: the same data makes the same one. */
export function exportContent(
	gathered: GatheredTalks,
	{ group, order }: Pick<ExportSettings, "group" | "order">,
): WriteUpContent {
	const conferences = conferencesOf(gathered);
	const only = onlyConference(gathered);
	return {
		...EMPTY_CONTENT,
		title: titleOf(gathered),
		date: dateOf(gathered.talks, conferences),
		frontMatter: only
			? yaml({ conference: oneLine(only.title) })
			: yaml({ conferences: conferences.map(({ title }) => oneLine(title)) }),
		sections: sectionsOf(gathered.talks, group, order).map(({ heading, talks }, index) => ({
			id: `s${index}`,
			heading: inlineText(oneLine(heading)),
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

function titleOf(gathered: GatheredTalks): string {
	const only = onlyConference(gathered);
	return only ? `Notes on ${oneLine(only.title) || only.slug}` : "Conference notes";
}

/** The name of a file of them, without its ending. */
export function exportName(gathered: GatheredTalks): string {
	const name = onlyConference(gathered)?.slug ?? "talkshelf";
	// As it stands in a header, between quotation marks.
	return `${name.replace(/[^\w.-]+/g, "-")}-notes`;
}

/** The one that was asked for, or that all talks are of. */
function onlyConference(gathered: GatheredTalks): ExportedConference | null {
	if (gathered.conference) return gathered.conference;
	const [first, ...others] = conferencesOf(gathered);
	return first && others.length === 0 ? first : null;
}

/** By date. */
export function conferencesOf({ conference, talks }: GatheredTalks): ExportedConference[] {
	if (conference) return [conference];
	const found = new Map(talks.toSorted(byConference).map((talk) => [talk.conference.slug, talk.conference]));
	return [...found.values()];
}

/** The latest change among what is exported, else the conferences' last day; empty where there is none. */
function dateOf(talks: readonly ExportedTalk[], conferences: readonly ExportedConference[]): string {
	const changes = talks.flatMap(({ notedAt, mark }) => (notedAt ?? mark?.updatedAt)?.getTime() ?? []);
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

function yaml(fields: Readonly<Record<string, unknown>>): string {
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
