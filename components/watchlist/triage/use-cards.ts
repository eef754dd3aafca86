"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { Retry } from "@/components/visitor/api-client";
import { CARDS_AHEAD } from "./cards-ahead";

/** A talk as the server drew it. */
export type TriageCard = {
	readonly id: number;
	readonly title: string;
	readonly path: string;
	readonly card: ReactNode;
};

/** Draws talks of a conference (by slug); those that are not there any more are left out. */
export type DrawCards = (request: { conference: string; talkIds: readonly number[] }) => Promise<readonly TriageCard[]>;

type Options = {
	/** Slug. */
	conference: string;
	/** Ids of the talks to decide on, in order. */
	open: readonly number[];
	first: readonly TriageCard[];
	drawCards: DrawCards;
};

/** Keeps the next talks at hand: the drawn ones by id, `null` for a talk that is gone; and whether the server is away. */
export function useCards({ conference, open, first, drawCards }: Options) {
	"use memo";
	const [cards, setCards] = useState<ReadonlyMap<number, TriageCard | null>>(
		() => new Map(first.map((card) => [card.id, card])),
	);
	const [isAway, setIsAway] = useState(false);
	const isLoading = useRef(false);
	const [retry] = useState(() => new Retry());
	const wanted = missingCards(open, cards).join();

	useEffect(() => {
		if (wanted === "" || isLoading.current) return;
		isLoading.current = true;
		const talkIds = wanted.split(",").map(Number);
		const load = async () => {
			try {
				const drawn = await drawCards({ conference, talkIds });
				const byId = new Map(drawn.map((card) => [card.id, card]));
				retry.reset();
				isLoading.current = false;
				setIsAway(false);
				setCards((known) => new Map([...known, ...talkIds.map((id) => [id, byId.get(id) ?? null] as const)]));
			} catch {
				setIsAway(true);
				retry.again(() => void load());
			}
		};
		void load();
	}, [conference, wanted, drawCards, retry]);

	useEffect(() => () => retry.reset(), [retry]);

	return { cards, isAway };
}

/** Which of the next talks to ask for now; none where enough are there. */
function missingCards(open: readonly number[], cards: ReadonlyMap<number, unknown>): number[] {
	const next = open.slice(0, CARDS_AHEAD);
	const missing = next.filter((id) => !cards.has(id));
	const isShort = next.length < CARDS_AHEAD || missing.length >= CARDS_AHEAD / 2 || missing[0] === next[0];
	return isShort ? missing : [];
}
