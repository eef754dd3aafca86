import type { Counted } from "@/lib/talks/types";
import { formatTalkCount } from "@/lib/text/format-amount";
import * as paths from "@/lib/urls/paths";
import { TopicActions } from "./topic-actions";

/** A visitor's topics, with the number of their talks. */
export function TopicList({ topics }: { topics: readonly Counted[] }) {
	return (
		<ul className="card max-w-208" aria-label="Your topics">
			{topics.map(({ slug, name, talkCount }) => (
				<li
					key={slug}
					className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line px-5 py-3 not-first:border-t"
				>
					<p className="wrap-anywhere">
						<a className="font-semibold no-underline hover:underline" href={paths.topic(slug)}>
							{name}
						</a>{" "}
						<span className="text-ink-soft">{formatTalkCount(talkCount)}</span>
					</p>
					<TopicActions topic={{ slug, name }} talkCount={talkCount} />
				</li>
			))}
		</ul>
	);
}
