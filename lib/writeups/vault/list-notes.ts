import type { ExportedTalk } from "../export/types";
import { toTags, wikilink, writeProperties } from "./obsidian-syntax";
import type { ConferenceNote, ListNote, TrackNote, VaultPlan } from "./plan";

/** Where one begins: conferences with their tracks, and the visitor's topics. */
export function writeIndexNote(plan: VaultPlan): string {
	const conferences = plan.conferences.map((conference) =>
		section(`## ${wikilink(conference.name)}`, [
			...conference.tracks.map((track) => talkCountLine(track)),
			...conference.others.map((talk) => talkLine(talk, plan)),
		]),
	);
	return joinNote(writeProperties({ title: plan.index }), [
		...(plan.writeUp === null ? [] : [wikilink(plan.writeUp)]),
		...conferences,
		...(plan.topics.length > 0 ? [section("## Topics", plan.topics.map(talkCountLine))] : []),
	]);
}

/** A conference's talks by track. */
export function writeConferenceNote(entry: ConferenceNote, plan: VaultPlan): string {
	const { conference, tracks, others } = entry;
	const head = writeProperties({
		...titleProperties(entry),
		from: { plain: conference.startDate },
		to: { plain: conference.endDate },
		tags: toTags([conference.slug]),
	});
	return joinNote(head, [
		...tracks.map((track) =>
			section(
				`## ${wikilink(track.name)}`,
				track.talks.map((talk) => talkLine(talk, plan)),
			),
		),
		...(others.length > 0
			? [
					section(
						"## Other talks",
						others.map((talk) => talkLine(talk, plan)),
					),
				]
			: []),
	]);
}

export function writeTrackNote(track: TrackNote, conferenceName: string, plan: VaultPlan): string {
	const head = writeProperties({ ...titleProperties(track), conference: wikilink(conferenceName) });
	return joinNote(head, [
		section(
			"",
			track.talks.map((talk) => talkLine(talk, plan)),
		),
	]);
}

/** Of a speaker or a topic, whose talks may be of several conferences. */
export function writeTalksNote(list: ListNote, plan: VaultPlan): string {
	const lines = list.talks.map((talk) => `${talkLine(talk, plan)}, ${wikilink(plan.nameOfConference(talk))}`);
	return joinNote(writeProperties(titleProperties(list)), [section("", lines)]);
}

function titleProperties({ name, title }: ListNote) {
	return { title, aliases: name === title ? [] : [title] };
}

function talkLine(talk: ExportedTalk, plan: VaultPlan): string {
	return `- ${wikilink(plan.nameOfTalk(talk.id) ?? "")}`;
}

function talkCountLine({ name, talks }: ListNote): string {
	return `- ${wikilink(name)}, ${talks.length === 1 ? "1 talk" : `${talks.length} talks`}`;
}

function section(heading: string, lines: readonly string[]): string {
	return [...(heading === "" ? [] : [heading, ""]), ...lines].join("\n").trimEnd();
}

function joinNote(head: string, blocks: readonly string[]): string {
	return `${head}${blocks.map((block) => `\n${block}\n`).join("")}`;
}
