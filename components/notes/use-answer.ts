"use client";

import { useEffect, useState } from "react";
import { type Answer, readJson, refusalOf } from "../visitor/sending";

export type Asked<Value> =
	| { readonly kind: "loading" }
	| { readonly kind: "there"; readonly value: Value }
	| { readonly kind: "failed"; readonly reason: string; readonly again: () => void };

/**
 * What one of our own addresses answers; `read` takes it out of the body, and gives undefined for what it does not know.
 * Null asks nothing. What was answered once is not asked for again while the component is there.
 */
export function useAnswer<Value>(address: string | null, read: (body: unknown) => Value | undefined): Asked<Value> {
	const [answers, setAnswers] = useState<ReadonlyMap<string, Answer | null>>(new Map());
	const isAsked = address !== null && !answers.has(address);

	useEffect(() => {
		if (!isAsked) return;
		let isOver = false;
		void readJson(address).then((answer) => {
			if (!isOver) setAnswers((before) => new Map(before).set(address, answer));
		});
		return () => {
			isOver = true;
		};
	}, [address, isAsked]);

	const answer = address === null ? undefined : answers.get(address);
	if (answer === undefined) return { kind: "loading" };
	const value = answer?.status === 200 ? read(answer.body) : undefined;
	if (value !== undefined) return { kind: "there", value };
	const isRefused = answer !== null && answer.status >= 400 && answer.status < 500;
	return {
		kind: "failed",
		reason: isRefused ? refusalOf(answer) : "The server does not answer.",
		again: () => setAnswers((before) => new Map([...before].filter(([asked]) => asked !== address))),
	};
}
