import type { ExportedTalk } from "../export/types";
import { wikilink } from "./links";
import type { ConferenceNote, ListNote, TrackNote, VaultPlan } from "./plan";
import { writeProperties } from "./properties";
import { toTags } from "./tags";

/** Where one begins: conferences with their tracks, and the visitor's topics. */
export function indexNote(plan: VaultPlan): string {
	const conferences = plan.conferences.map((conference) =>
		section(`## ${wikilink(conference.name)}`, [
			...conference.tracks.map((track) => counted(track)),
			...conference.others.map((talk) => talkLine(talk, plan)),
		]),
	);
	return note(writeProperties({ title: plan.index }), [
		...(plan.writeUp === null ? [] : [wikilink(plan.writeUp)]),
		...conferences,
		...(plan.topics.length > 0 ? [section("## Topics", plan.topics.map(counted))] : []),
	]);
}

/** A conference's talks by track. */
export function conferenceNote(note_: ConferenceNote, plan: VaultPlan): string {
	const { conference, tracks, others } = note_;
	const head = writeProperties({
		...names(note_),
		from: { plain: conference.startDate },
		to: { plain: conference.endDate },
		tags: toTags([conference.slug]),
	});
	return note(head, [
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

export function trackNote(track: TrackNote, conferenceName: string, plan: VaultPlan): string {
	const head = writeProperties({ ...names(track), conference: wikilink(conferenceName) });
	return note(head, [
		section(
			"",
			track.talks.map((talk) => talkLine(talk, plan)),
		),
	]);
}

/** Of a speaker or a topic, whose talks may be of several conferences. */
export function talksNote(list: ListNote, plan: VaultPlan): string {
	const lines = list.talks.map((talk) => `${talkLine(talk, plan)}, ${wikilink(plan.nameOfConference(talk))}`);
	return note(writeProperties(names(list)), [section("", lines)]);
}

function names({ name, title }: ListNote) {
	return { title, aliases: name === title ? [] : [title] };
}

function talkLine(talk: ExportedTalk, plan: VaultPlan): string {
	return `- ${wikilink(plan.nameOfTalk(talk.id) ?? "")}`;
}

function counted({ name, talks }: ListNote): string {
	return `- ${wikilink(name)}, ${talks.length === 1 ? "1 talk" : `${talks.length} talks`}`;
}

function section(heading: string, lines: readonly string[]): string {
	return [...(heading === "" ? [] : [heading, ""]), ...lines].join("\n").trimEnd();
}

function note(head: string, blocks: readonly string[]): string {
	return `${head}${blocks.map((block) => `\n${block}\n`).join("")}`;
}
