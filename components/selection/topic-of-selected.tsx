"use client";

import { Tag } from "lucide";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { offerUndo } from "@/components/keyboard/undo";
import { Icon } from "@/components/ui/icon";
import {
	errorMessageOf,
	isWorthRetrying,
	readJson,
	sendJson,
	whyLater,
	withLock,
} from "@/components/visitor/api-client";
import { countAction, currentVisitor } from "@/components/visitor/visitor-store";
import { formatTalkCount } from "@/lib/text/format-amount";
import type { TopicTalksResponse } from "@/lib/topics/types";
import { BAR_BUTTON, BAR_GROUP } from "./bar-styles";
import type { Outcome } from "./use-outcome";
import { formatTopicChange } from "./use-outcome";

type Props = { talkIds: readonly number[]; onDone: (outcome: Outcome) => void };

/** Puts a topic on all of them, a new one too, or takes it off. */
export function TopicOfSelected({ talkIds, onDone }: Props) {
	"use memo";
	const router = useRouter();
	const listId = useId();
	const [isOpen, setIsOpen] = useState(false);
	const [topic, setTopic] = useState("");
	const [known, setKnown] = useState<readonly string[]>([]);
	const [isSending, setIsSending] = useState(false);

	async function open() {
		setIsOpen(!isOpen);
		const response = await readJson("/api/topics");
		const topics = (response?.body as { topics?: readonly { name: string }[] } | null)?.topics;
		if (topics) setKnown(topics.map(({ name }) => name));
	}

	// A page of topics says on how many talks they are.
	function refresh() {
		countAction();
		router.refresh();
	}

	async function changeTopic(on: boolean) {
		setIsSending(true);
		const { response, problem } = await sendTopic(topic, talkIds, on);
		setIsSending(false);
		if (!response) return onDone({ text: problem });
		const { changed } = response;
		const { name } = response.topic;
		if (changed.length > 0) offerUndo(() => undoTopic(name, changed, on, refresh));
		refresh();
		onDone({ text: formatTopicChange(name, on, changed.length, talkIds.length), canUndo: changed.length > 0 });
	}

	return (
		<span className={BAR_GROUP}>
			<button className={BAR_BUTTON} type="button" aria-expanded={isOpen} onClick={() => void open()}>
				<Icon icon={Tag} /> Topic
			</button>
			{isOpen && (
				<>
					<input
						className="field min-w-40 flex-[0_1_16rem]"
						aria-label="Topic"
						placeholder="Topic, such as Observability"
						list={listId}
						value={topic}
						maxLength={80}
						onChange={({ target }) => setTopic(target.value)}
					/>
					<datalist id={listId}>
						{known.map((name) => (
							<option key={name} value={name} />
						))}
					</datalist>
					<button
						className={BAR_BUTTON}
						type="button"
						disabled={isSending || topic.trim() === ""}
						onClick={() => void changeTopic(true)}
					>
						Add
					</button>
					<button
						className={BAR_BUTTON}
						type="button"
						disabled={isSending || topic.trim() === ""}
						onClick={() => void changeTopic(false)}
					>
						Remove
					</button>
				</>
			)}
		</span>
	);
}

async function undoTopic(topic: string, talkIds: readonly number[], on: boolean, refresh: () => void): Promise<string> {
	const { response, problem } = await sendTopic(topic, talkIds, !on);
	if (!response) return problem;
	refresh();
	return `Undone: ${formatTalkCount(response.changed.length)} ${on ? "no longer" : "again"} with the topic “${topic}”.`;
}

type Sent =
	| { readonly response: TopicTalksResponse; readonly problem?: undefined }
	| { readonly response: null; readonly problem: string };

async function sendTopic(topic: string, talkIds: readonly number[], on: boolean): Promise<Sent> {
	const response = await withLock(Boolean(currentVisitor()), () =>
		sendJson("/api/topics/talks", "POST", { topic, talkIds, on }),
	);
	if (isWorthRetrying(response)) return { response: null, problem: `No topic was changed. ${whyLater(response)}` };
	if (response.status !== 200) return { response: null, problem: errorMessageOf(response) };
	return { response: response.body as TopicTalksResponse };
}
