import type { EditableTalkField } from "@/lib/schedule/edits/scheduled";

/** What people call the fields of a talk. */
export const FIELD_LABELS: Readonly<Record<EditableTalkField, string>> = {
	title: "title",
	subtitle: "subtitle",
	type: "type",
	language: "language",
	day: "day",
	start: "start",
	duration: "length",
	track: "track",
	room: "room",
	url: "talk page",
	isCancelled: "cancelled",
	abstract: "abstract",
	description: "description",
	speakers: "speakers",
	links: "links",
};
