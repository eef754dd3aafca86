import { MARK_LABELS } from "@/lib/marks/status";
import { formatIsoDate, formatTime } from "@/lib/text/format";
import { compileWriteUp } from "../compile/compile";
import { placeholders } from "../compile/template-syntax";
import type { CompiledTalk } from "../compile/types";
import type { ExportedTalk } from "../export/types";
import type { MarkdownOptions } from "../options";
import { EMPTY_CONTENT, type WriteUpContent } from "../types";
import { escapeObsidianSyntax, toTags, wikilink, writeProperties } from "./obsidian-syntax";
import type { VaultPlan } from "./plan";

/** A talk's note: what is known of it as properties and links, and what was written on it. */
export function writeTalkNote(
	talk: ExportedTalk,
	compiled: CompiledTalk,
	plan: VaultPlan,
	options: MarkdownOptions,
): string {
	const { text = "", takeaways = [] } = compiled.note ?? {};
	const placeholder = placeholders([text, talk.title, ...takeaways.map((takeaway) => takeaway.text)]);
	const markdown = compileWriteUp(
		contentOfTalk(talk.id),
		new Map([
			[
				talk.id,
				{
					...compiled,
					speakers: plan.namesOfSpeakers(talk).map((name) => placeholder.of(wikilink(name))),
					// So that its line is always written: there is nothing else that says who spoke.
					addresses: [],
				},
			],
		]),
		{ ...options, ...TALK_NOTE_OPTIONS },
	);
	return `${properties(talk, plan)}\n${relatedLinks(talk, plan)}\n\n${placeholder.fill(escapeObsidianSyntax(markdown))}`;
}

const TALK_NOTE_OPTIONS = {
	flavour: "plain",
	headingLevel: 1,
	summaryBreak: false,
	introducesTalks: true,
	// Properties have them.
	recordings: false,
	slides: false,
	withoutNote: "whole",
} as const satisfies Partial<MarkdownOptions>;

function contentOfTalk(talkId: number): WriteUpContent {
	const item = { id: "talk", talkId, missingTalk: null, heading: "", text: null, takeaways: null, leftOut: [] };
	return { ...EMPTY_CONTENT, sections: [{ id: "section", heading: "", prose: "", items: [item] }] };
}

/** Links to what it is a part of. */
function relatedLinks(talk: ExportedTalk, plan: VaultPlan): string {
	const names = [plan.nameOfConference(talk), plan.nameOfTrack(talk), ...plan.namesOfTopics(talk)];
	return names.flatMap((name) => (name === null ? [] : wikilink(name))).join(" · ");
}

/** https://help.obsidian.md/properties */
function properties(talk: ExportedTalk, plan: VaultPlan): string {
	const { timeZone, slug } = talk.conference;
	const name = plan.nameOfTalk(talk.id);
	const track = plan.nameOfTrack(talk);
	const linksOf = (kind: "RECORDING" | "SLIDES") =>
		talk.links.filter((link) => link.kind === kind).map(({ url }) => url);
	return writeProperties({
		title: talk.title,
		aliases: talk.title === name ? [] : [talk.title],
		conference: wikilink(plan.nameOfConference(talk)),
		date: { plain: `${formatIsoDate(talk.start, timeZone)}T${formatTime(talk.start, timeZone)}:00` },
		day: { plain: talk.day },
		track: track && wikilink(track),
		speakers: plan.namesOfSpeakers(talk).map(wikilink),
		topics: plan.namesOfTopics(talk).map(wikilink),
		tags: toTags([slug, ...talk.topics.map((topic) => topic.name)]),
		status: talk.mark && MARK_LABELS[talk.mark.status].toLowerCase(),
		rating: talk.rating === null ? null : { plain: String(talk.rating) },
		watched: talk.watchedOn === null ? null : { plain: talk.watchedOn },
		url: talk.url,
		recording: linksOf("RECORDING"),
		slides: linksOf("SLIDES"),
	});
}
