"use client";

import { useMark } from "@/components/visitor/use-visitor";
import { MarkLog } from "./mark-log";
import { Stars } from "./stars";
import { TopicsOfTalk } from "./topics-of-talk";
import { useOwnTalk } from "./use-own-talk";

/** What the visitor made of a talk beside their mark and note: stars, topics, and their history with it. */
export function OwnTalk({ talkId, title }: { talkId: number; title: string }) {
	"use memo";
	const { view, session } = useOwnTalk(talkId);
	const { mark } = useMark(talkId, null);
	const { own, isAway, ratingStatus } = view;
	return (
		<>
			<div className="own-rating">
				{mark === "WATCHED" && own ? (
					<Stars title={title} stars={own.rating} status={ratingStatus} onRate={(stars) => session()?.rate(stars)} />
				) : (
					<p className="text-ink-soft">
						{isAway && !own ? "The server does not answer. Trying again…" : "Watched it? Mark it, and rate it here."}
					</p>
				)}
			</div>
			<TopicsOfTalk
				topics={own?.topics ?? []}
				all={own?.allTopics ?? []}
				isReadOnly={!own}
				onAdd={async (name) => (await session()?.addTopic(name)) ?? ""}
				onRemove={async (topic) => (await session()?.removeTopic(topic)) ?? ""}
			/>
			<MarkLog
				log={own?.log ?? null}
				onCorrect={async (id, day) => (await session()?.correct(id, day)) ?? ""}
				onRemove={async (id) => (await session()?.remove(id)) ?? ""}
			/>
		</>
	);
}
