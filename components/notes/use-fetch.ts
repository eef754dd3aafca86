"use client";

import { useEffect, useState } from "react";
import { type ApiResponse, errorMessageOf, readJson } from "@/components/visitor/api-client";

export type FetchState<Value> =
	| { readonly kind: "loading" }
	| { readonly kind: "there"; readonly value: Value }
	| { readonly kind: "failed"; readonly reason: string; readonly retry: () => void };

/**
 * What one of our own addresses answers; `read` takes it out of the body, and gives undefined for what it does not know.
 * Null asks nothing. What was answered once is not asked for again while the component is there.
 */
export function useFetch<Value>(url: string | null, read: (body: unknown) => Value | undefined): FetchState<Value> {
	const [responses, setResponses] = useState<ReadonlyMap<string, ApiResponse | null>>(new Map());
	const isNeeded = url !== null && !responses.has(url);

	useEffect(() => {
		if (!isNeeded) return;
		let isCancelled = false;
		void readJson(url).then((response) => {
			if (!isCancelled) setResponses((before) => new Map(before).set(url, response));
		});
		return () => {
			isCancelled = true;
		};
	}, [url, isNeeded]);

	const response = url === null ? undefined : responses.get(url);
	if (response === undefined) return { kind: "loading" };
	const value = response?.status === 200 ? read(response.body) : undefined;
	if (value !== undefined) return { kind: "there", value };
	const isClientError = response !== null && response.status >= 400 && response.status < 500;
	return {
		kind: "failed",
		reason: isClientError ? errorMessageOf(response) : "The server does not answer.",
		retry: () => setResponses((before) => new Map([...before].filter(([requestedUrl]) => requestedUrl !== url))),
	};
}
