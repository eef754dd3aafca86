"use client";

import { Star } from "lucide";
import { useId } from "react";
import { Icon } from "@/components/ui/icon";
import { useMark } from "@/components/visitor/use-visitor";
import { MarkLog } from "./mark-log";
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
			<div className="flex min-h-11 items-center">
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

const NAMES = ["1 star", "2 stars", "3 stars", "4 stars", "5 stars"] as const;

type StarsProps = {
	/** Of the talk. */
	title: string;
	/** 1 to 5. */
	stars: number | null;
	/** Whether it is saved, in words. */
	status: string;
	onRate: (stars: number | null) => void;
};

/** A rating of 1 to 5 stars: radio buttons that look like stars. */
function Stars({ title, stars, status, onRate }: StarsProps) {
	const name = useId();
	return (
		<fieldset className="flex flex-wrap items-center" aria-label={`Your rating of ${title}`}>
			{NAMES.map((label, index) => (
				<label
					key={label}
					title={label}
					className="relative grid size-11 cursor-pointer place-items-center rounded-lg text-[1.4rem] text-line-strong hover:text-must-see has-focus-visible:outline-2 has-focus-visible:outline-accent data-on:text-must-see data-on:[&>svg]:fill-current"
					data-on={stars !== null && index < stars ? "" : undefined}
				>
					<input
						type="radio"
						className="absolute inset-0 cursor-pointer opacity-0"
						name={name}
						aria-label={label}
						checked={stars === index + 1}
						onChange={() => onRate(index + 1)}
					/>
					<Icon icon={Star} />
				</label>
			))}
			{stars !== null && (
				<button className="link min-h-11 px-2 text-sm" type="button" onClick={() => onRate(null)}>
					No rating
				</button>
			)}
			<span role="status" className="text-sm text-ink-soft">
				{status}
			</span>
		</fieldset>
	);
}
