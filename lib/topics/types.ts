import type { Conference, Named, TalkListItem } from "@/lib/talks/types";

/** A visitor's own topic, as the browser is told of it. */
export type Topic = Named;

/** The talks of a topic at one conference, in order of time. */
export type TopicConference = { readonly conference: Conference; readonly talks: readonly TalkListItem[] };

/** What the server answers where a topic was put on talks, or taken off. */
export type TopicTalksResponse = {
	readonly topic: Topic;
	/** Whether there was none of that name before. */
	readonly isNew: boolean;
	/** Ids of the talks that did not have it before, or had it: the same call on these, the other way round, undoes it. */
	readonly changed: readonly number[];
};
