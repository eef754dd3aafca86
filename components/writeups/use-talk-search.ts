import { useEffect, useState } from "react";
import { readJson } from "@/components/visitor/api-client";
import type { CompiledTalk } from "@/lib/writeups/compile/types";
import { parseTalks } from "./parse-talks";

const PAUSE_MS = 200;

/** What was found last; `talks` is null where the server did not answer. */
type Found = { readonly query: string; readonly talks: readonly CompiledTalk[] | null };

/**
 * The talks whose titles and speakers have the words of a query, once nobody types any more: those of the last query that
 * was answered. `forget` drops them.
 */
export function useTalkSearch(query: string): { found: Found | null; forget: () => void } {
	const [found, setFound] = useState<Found | null>(null);
	useEffect(() => {
		if (query.trim() === "") return;
		let isCurrent = true;
		const timer = setTimeout(async () => {
			const response = await readJson(`/api/writeups/talks?${new URLSearchParams({ q: query })}`);
			if (isCurrent) setFound({ query, talks: response?.status === 200 ? parseTalks(response) : null });
		}, PAUSE_MS);
		return () => {
			isCurrent = false;
			clearTimeout(timer);
		};
	}, [query]);
	return { found, forget: () => setFound(null) };
}
