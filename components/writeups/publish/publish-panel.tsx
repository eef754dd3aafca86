"use client";

import { type SubmitEvent, useId, useState } from "react";
import { errorMessageOf, isWorthRetrying, sendJson } from "@/components/visitor/api-client";
import { CopyField } from "@/components/watchlist/calendar/copy-field";
import * as paths from "@/lib/urls/paths";
import type { Publication } from "@/lib/writeups/types";
import { removeWriteUpDrafts } from "../write-up-drafts";

type Props = {
	readonly writeUpId: string;
	readonly publication: Publication | null;
	readonly feedToken: string | null;
	/** What is offered as the author's name first. */
	readonly defaultName: string;
	/** The address of this installation. */
	readonly baseUrl: string;
};

type State = { readonly publication: Publication | null; readonly feedToken: string | null };

/** Publishes a write-up, changes what is said of it, and takes it down. */
export function PublishPanel({ writeUpId, publication, feedToken, defaultName, baseUrl }: Props) {
	const id = useId();
	const [now, setNow] = useState<State>({ publication, feedToken });
	const [name, setName] = useState(publication?.authorName ?? defaultName);
	const [isIndexed, setIsIndexed] = useState(publication?.isIndexed ?? false);
	const [canonical, setCanonical] = useState(publication?.canonicalUrl ?? "");
	const [status, setStatus] = useState({ isProblem: false, sentence: "" });
	const url = `/api/writeups/${writeUpId}/publication`;

	async function send(method: "PUT" | "DELETE", body: unknown, done: string) {
		const response = await sendJson(url, method, body);
		if (isWorthRetrying(response)) {
			setStatus({ isProblem: true, sentence: "The server does not answer. Try again in a moment." });
		} else if (response.status >= 300) {
			setStatus({ isProblem: true, sentence: errorMessageOf(response) });
		} else {
			const found = response.body as Partial<State>;
			setNow({ publication: found.publication ?? null, feedToken: found.feedToken ?? now.feedToken });
			setStatus({ isProblem: false, sentence: done });
		}
	}

	function save(event: SubmitEvent<HTMLFormElement>) {
		event.preventDefault();
		const body = { authorName: name, isIndexed, canonicalUrl: canonical.trim() || null };
		void send("PUT", body, now.publication ? "Changed." : "Published.");
	}

	return (
		<section className="card mt-10 grid max-w-xl gap-4 p-5" aria-labelledby={`${id}-head`}>
			<div>
				<h2 id={`${id}-head`} className="text-xl font-bold">
					Publish
				</h2>
				<p className="text-ink-soft">
					Everyone who has its address can read it, as it is at that moment: what you change here, or in a note that it
					shows, changes there at once. They see the write-up and the name below, and nothing else of yours.
				</p>
			</div>
			{now.publication && (
				<>
					<CopyField label="Public URL" value={new URL(paths.publishedWriteUp(now.publication.token), baseUrl).href} />
					<p className="flex flex-wrap gap-x-4">
						<a className="link inline-flex min-h-11 items-center" href={paths.publishedWriteUp(now.publication.token)}>
							View page
						</a>
						{now.feedToken && (
							<a className="link inline-flex min-h-11 items-center" href={paths.writeUpFeed(now.feedToken)}>
								Feed of all that you published
							</a>
						)}
					</p>
				</>
			)}
			<form onSubmit={save} className="grid gap-4" noValidate>
				<div className="grid gap-1">
					<label htmlFor={`${id}-name`}>Name shown as its author</label>
					<input
						id={`${id}-name`}
						className="field"
						value={name}
						autoComplete="name"
						onChange={({ target }) => setName(target.value)}
					/>
				</div>
				<div className="grid gap-1">
					<label htmlFor={`${id}-canonical`}>Original URL (canonical)</label>
					<input
						id={`${id}-canonical`}
						className="field"
						type="url"
						value={canonical}
						placeholder="https://blog.example/my-post"
						onChange={({ target }) => setCanonical(target.value)}
					/>
				</div>
				<label className="flex min-h-11 items-center gap-2">
					<input type="checkbox" checked={isIndexed} onChange={({ target }) => setIsIndexed(target.checked)} />
					Let search engines list it
				</label>
				<div className="flex flex-wrap items-center gap-3">
					<button className="button-primary" type="submit">
						{now.publication ? "Save" : "Publish"}
					</button>
					{now.publication && (
						<button className="button" type="button" onClick={() => void send("DELETE", {}, "Unpublished.")}>
							Unpublish
						</button>
					)}
					<p role="status" className={status.isProblem ? "text-problem" : "text-ink-soft"}>
						{status.sentence}
					</p>
				</div>
			</form>
		</section>
	);
}

/** Deletes a write-up, once it was asked. */
export function DeleteWriteUp({ id, isPublished }: { id: string; isPublished: boolean }) {
	const [problem, setProblem] = useState("");
	const remove = async () => {
		const response = await sendJson(`/api/writeups/${id}`, "DELETE", {});
		if (isWorthRetrying(response)) setProblem("The server does not answer. Try again in a moment.");
		else if (response.status >= 300) setProblem(errorMessageOf(response));
		else {
			removeWriteUpDrafts(id);
			window.location.assign(paths.writeUps());
		}
	};
	return (
		<details className="card mt-10 max-w-xl px-4">
			<summary className="py-2.5 font-medium hover:text-accent">Delete this write-up</summary>
			<div className="grid justify-items-start gap-3 pb-4">
				<p className="text-ink-soft">
					Its text is gone for good{isPublished ? ", and its page is taken down" : ""}. Your notes and marks stay as
					they are.
				</p>
				<button className="button" type="button" onClick={() => void remove()}>
					Delete it
				</button>
				<p role="alert" className="text-problem">
					{problem}
				</p>
			</div>
		</details>
	);
}
