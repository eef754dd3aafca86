"use client";

import { useRouter } from "next/navigation";
import { type SubmitEvent, useState } from "react";
import type { Topic } from "@/lib/topics/types";
import { writeTopic } from "./write-topic";

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
