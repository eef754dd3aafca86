"use client";

import { useRouter } from "next/navigation";
import { type SubmitEvent, useId, useRef, useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { errorMessageOf, isWorthRetrying, sendJson, whyLater, withLock } from "@/components/visitor/api-client";
import { currentVisitor, showVisitorAt } from "@/components/visitor/visitor-store";
import { formatCount } from "@/lib/text/format";
import type { Topic } from "@/lib/topics/types";
import * as paths from "@/lib/urls/paths";

type Props = {
	topic: Topic;
	talkCount: number;
	/** Whether this stands on the topic's own page, whose address goes with the name. */
	isTopicPage?: boolean;
};

/** Renames a topic, and deletes it once asked. */
export function TopicActions({ topic, talkCount, isTopicPage = false }: Props) {
	"use memo";
	const id = useId();
	const router = useRouter();
	const renameButton = useRef<HTMLButtonElement>(null);
	const [isRenaming, setIsRenaming] = useState(false);
	const [isConfirming, setIsConfirming] = useState(false);
	const [name, setName] = useState(topic.name);
	const [problem, setProblem] = useState("");
	const [isSending, setIsSending] = useState(false);
	const url = `/api/topics/${topic.slug}`;

	function startRenaming() {
		setName(topic.name);
		setProblem("");
		setIsRenaming(true);
	}

	function endRenaming() {
		setIsRenaming(false);
		setProblem("");
		requestAnimationFrame(() => renameButton.current?.focus());
	}

	async function rename(event: SubmitEvent<HTMLFormElement>) {
		event.preventDefault();
		setIsSending(true);
		const renamed = await writeTopic<{ topic: Topic }>(url, "PATCH", { name });
		setIsSending(false);
		if ("problem" in renamed) {
			setProblem(renamed.problem);
			return;
		}
		endRenaming();
		const { slug } = renamed.body.topic;
		if (isTopicPage && slug !== topic.slug) router.replace(paths.topic(slug));
		else router.refresh();
	}

	async function remove() {
		setIsSending(true);
		const deleted = await writeTopic(url, "DELETE", {});
		setIsSending(false);
		setIsConfirming(false);
		if ("problem" in deleted) setProblem(deleted.problem);
		else if (isTopicPage) router.push(paths.topics());
		else router.refresh();
	}

	return (
		<div className="flex flex-wrap gap-2">
			{isRenaming ? (
				<form className="flex flex-wrap gap-2" onSubmit={rename} noValidate>
					<label className="sr-only" htmlFor={`${id}-name`}>
						New name of {topic.name}
					</label>
					<input
						id={`${id}-name`}
						className="field w-auto flex-[1_1_14rem]"
						value={name}
						autoComplete="off"
						aria-invalid={problem ? true : undefined}
						aria-describedby={`${id}-problem`}
						ref={(field) => {
							if (field && document.activeElement !== field && name === topic.name) field.focus();
						}}
						onChange={({ target }) => setName(target.value)}
						onKeyDown={({ key }) => key === "Escape" && endRenaming()}
					/>
					<button className="button-primary" type="submit" disabled={isSending}>
						Save
					</button>
					<button className="button" type="button" onClick={endRenaming}>
						Cancel
					</button>
				</form>
			) : (
				<>
					<button
						ref={renameButton}
						className="button"
						type="button"
						aria-label={`Rename ${topic.name}`}
						onClick={startRenaming}
					>
						Rename
					</button>
					<button
						className="button"
						type="button"
						aria-label={`Delete ${topic.name}`}
						onClick={() => setIsConfirming(true)}
					>
						Delete
					</button>
				</>
			)}
			<p id={`${id}-problem`} role="alert" className="basis-full text-problem empty:hidden">
				{problem}
			</p>
			<ConfirmDialog
				title={`Delete “${topic.name}”?`}
				isOpen={isConfirming}
				confirmLabel="Delete the topic"
				cancelLabel="Keep it"
				isBusy={isSending}
				onConfirm={() => void remove()}
				onCancel={() => setIsConfirming(false)}
			>
				<p>{formatDeletionEffect(talkCount)}</p>
			</ConfirmDialog>
		</div>
	);
}

function formatDeletionEffect(talkCount: number): string {
	if (talkCount === 0) return "It is on no talk.";
	return talkCount === 1
		? "The talk that it is on keeps its mark, rating and note."
		: `The ${formatCount(talkCount)} talks that it is on keep their marks, ratings and notes.`;
}

/** What came of a change of topics: what the server answered, or what is wrong, in a sentence. */
type TopicResult<Body> = { readonly body: Body } | { readonly problem: string };

/** Changes topics on the server; the first one of a new visitor makes a guest, whom the page is then told. */
async function writeTopic<Body>(
	url: string,
	method: "POST" | "PATCH" | "DELETE",
	body: unknown,
): Promise<TopicResult<Body>> {
	const isKnown = Boolean(currentVisitor());
	const response = await withLock(isKnown, () => sendJson(url, method, body));
	if (isWorthRetrying(response)) return { problem: whyLater(response) };
	if (response.status >= 300) return { problem: errorMessageOf(response) };
	if (!isKnown) showVisitorAt(window.location.pathname);
	return { body: response.body as Body };
}

/** Makes a topic before it is on any talk. */
export function NewTopicForm() {
	"use memo";
	const router = useRouter();
	const [name, setName] = useState("");
	const [status, setStatus] = useState<{ problem?: string; done?: string }>({});
	const [isSending, setIsSending] = useState(false);

	async function create(event: SubmitEvent<HTMLFormElement>) {
		event.preventDefault();
		setIsSending(true);
		const created = await writeTopic<{ topic: Topic; isNew: boolean }>("/api/topics", "POST", { name });
		setIsSending(false);
		if ("problem" in created) {
			setStatus({ problem: created.problem });
			return;
		}
		const { topic, isNew } = created.body;
		setStatus({ done: isNew ? `“${topic.name}” is there now.` : `You have “${topic.name}” already.` });
		setName("");
		router.refresh();
	}

	return (
		<form onSubmit={create} className="card mb-6 max-w-xl p-5" noValidate>
			<label htmlFor="topic-name">Name of a new topic</label>
			<div className="mt-1 flex flex-wrap gap-2">
				<input
					id="topic-name"
					className="field min-w-48 flex-1"
					value={name}
					placeholder="Observability"
					autoComplete="off"
					aria-invalid={status.problem ? true : undefined}
					aria-describedby="topic-about"
					onChange={({ target }) => setName(target.value)}
				/>
				<button className="button-primary" type="submit" disabled={isSending}>
					Create
				</button>
			</div>
			<p id="topic-about" role="status" className={status.problem ? "mt-2 text-problem" : "mt-2 text-ink-soft"}>
				{status.problem ?? status.done ?? "Or name one on a talk's page, and it is made and put on the talk."}
			</p>
		</form>
	);
}
