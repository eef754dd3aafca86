"use client";

import { ListPlus } from "lucide";
import { useEffect, useState } from "react";
import { onReconnect } from "@/components/notes/reconnect";
import { Icon } from "@/components/ui/icon";
import { readJson } from "@/components/visitor/api-client";
import type { CompiledTalk } from "@/lib/writeups/compile/types";
import { addTalks, type TalksToAdd } from "@/lib/writeups/start";
import { useEditing } from "./editing";
import { newId } from "./new-id";
import { parseTalks } from "./parse-talks";

type Props = { readonly id: string; readonly addKnown: (...talks: CompiledTalk[]) => void };

type Found = { readonly groups: readonly TalksToAdd[]; readonly talks: readonly CompiledTalk[] };

/** Offers the talks that were marked or noted since, where there are any, and adds them all in one press. */
export function AddMarked({ id, addKnown }: Props) {
	"use memo";
	const editing = useEditing();
	const [found, setFound] = useState<Found | null>(null);

	useEffect(() => {
		const load = async () => {
			const response = await readJson(`/api/writeups/${id}/talks-to-add`);
			if (response?.status !== 200) return;
			const { groups } = response.body as { groups: TalksToAdd[] };
			setFound({ groups, talks: parseTalks(response) });
		};
		void load();
		return onReconnect(() => void load());
	}, [id]);

	const has = new Set(editing.content().sections.flatMap(({ items }) => items.map(({ talkId }) => talkId)));
	const talks = found?.talks.filter((talk) => !has.has(talk.id)) ?? [];
	if (!found || talks.length === 0) return null;
	return (
		<p className="card flex flex-wrap items-center gap-3 p-4">
			<span>
				{talks.length === 1
					? "One talk was marked or noted and is not in here."
					: `${talks.length} talks were marked or noted and are not in here.`}
			</span>
			<button
				type="button"
				className="button"
				onClick={() => {
					addKnown(...talks);
					editing.change((content) => addTalks(content, found.groups, newId));
					setFound(null);
				}}
			>
				<Icon icon={ListPlus} /> {talks.length === 1 ? "Add it" : "Add them"}
			</button>
		</p>
	);
}
