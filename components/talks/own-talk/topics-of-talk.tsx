"use client";

import { X } from "lucide";
import { useId, useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { findByName } from "@/lib/topics/topic-name";
import type { Topic } from "@/lib/topics/types";
import * as paths from "@/lib/urls/paths";

type Props = {
	topics: readonly Topic[];
	/** All of the visitor's, to choose from. */
	all: readonly Topic[];
	/** While they are not known. */
	isReadOnly: boolean;
	/** Both answer what is wrong, or nothing. */
	onAdd: (name: string) => Promise<string>;
	onRemove: (topic: Topic) => Promise<string>;
};

/** A talk's topics, and a field that puts one on it: one of the visitor's, or a new one. */
export function TopicsOfTalk({ topics, all, isReadOnly, onAdd, onRemove }: Props) {
	"use memo";
	const id = useId();
	const [text, setText] = useState("");
	const [problem, setProblem] = useState("");
	const field = useRef<HTMLInputElement>(null);
	const others = all.filter(({ name }) => !findByName(topics, name));

	async function add() {
		const name = text;
		setText("");
		setProblem("");
		const errorMessage = await onAdd(name);
		setProblem(errorMessage);
		// What could not be kept is not lost, unless something else was typed meanwhile.
		if (errorMessage !== "") setText((typed) => typed || name);
	}

	async function remove(topic: Topic) {
		setProblem("");
		field.current?.focus();
		setProblem(await onRemove(topic));
	}

	return (
		<div className="grid min-w-0 grid-cols-1 items-center gap-x-3 gap-y-1 sm:max-lg:grid-cols-[16rem_minmax(0,1fr)]">
			<form
				onSubmit={(event) => {
					event.preventDefault();
					void add();
				}}
			>
				<label className="sr-only" htmlFor={id}>
					Add a topic
				</label>
				<input
					ref={field}
					id={id}
					className="field"
					value={text}
					placeholder="Add a topic"
					list={`${id}-topics`}
					autoComplete="off"
					enterKeyHint="done"
					readOnly={isReadOnly}
					aria-invalid={problem ? true : undefined}
					aria-describedby={`${id}-about`}
					onChange={({ target }) => setText(target.value)}
				/>
				<datalist id={`${id}-topics`}>
					{others.map(({ name }) => (
						<option key={name} value={name} />
					))}
				</datalist>
				<button className="sr-only" type="submit" tabIndex={-1}>
					Add
				</button>
			</form>
			{topics.length > 0 && (
				// One line, however many: more are reached by scrolling it, and nothing below moves.
				<ul
					className="flex h-11 items-center gap-1.5 overflow-x-auto px-[0.2rem] [scrollbar-width:thin]"
					aria-label="Topics of this talk"
				>
					{topics.map((topic) => (
						<li key={topic.name} className="chip flex-none py-0 pe-0">
							{topic.slug ? (
								<a className="text-inherit no-underline hover:underline" href={paths.topic(topic.slug)}>
									{topic.name}
								</a>
							) : (
								topic.name
							)}
							<button
								type="button"
								className="grid size-8 place-items-center rounded-2xl hover:text-problem pointer-coarse:size-11"
								aria-label={`Remove topic ${topic.name}`}
								onClick={() => void remove(topic)}
							>
								<Icon icon={X} />
							</button>
						</li>
					))}
				</ul>
			)}
			<p
				id={`${id}-about`}
				role="status"
				className={`text-sm empty:hidden ${topics.length > 0 ? "col-span-full" : "flex min-h-11 items-center"} ${problem ? "text-problem" : "text-ink-soft"}`}
			>
				{problem || (topics.length === 0 && "Your own labels, across tracks and conferences.")}
			</p>
		</div>
	);
}
