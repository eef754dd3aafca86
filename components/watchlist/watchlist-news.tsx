"use client";

import { useEffect, useState } from "react";
import { formatCount, formatDay } from "@/lib/text/format";

type NewsTalk = { readonly id: number; readonly title: string; readonly href: string };

type Props = {
	/** Must-see and missed talks whose recording the visitor does not know yet. */
	talks: readonly NewsTalk[];
	/** When they last looked, `YYYY-MM-DD`; null where they never did. */
	since: string | null;
	/** When this page was made, ISO 8601. */
	at: string;
};

/** More than that are folded. */
const MAX_OPEN = 5;

/** Says which recordings are new, and tells the server that they were seen: once the page is shown, not when it is fetched. */
export function WatchlistNews({ talks, since, at }: Props) {
	// What was new when the visit began stays until it ends, also when the page is made once more meanwhile.
	const [news] = useState({ talks, since });

	useEffect(() => {
		const headers = { "Content-Type": "application/json" };
		// Not seen as far as the server knows, if it does not answer: then it is news the next time, too.
		fetch("/api/news", { method: "POST", headers, body: JSON.stringify({ at }), keepalive: true })
			// An answer that nobody reads is a request that never ends.
			.then((response) => response.text())
			.catch(() => {});
	}, [at]);

	if (news.talks.length === 0) return null;
	const list = (
		<ul className="mt-1 grid gap-x-6 sm:grid-cols-2">
			{news.talks.map(({ id, title, href }) => (
				<li key={id} className="wrap-anywhere">
					<a className="link inline-block py-1.5" href={href}>
						{title}
					</a>
				</li>
			))}
		</ul>
	);
	return (
		<section aria-labelledby="news" className="card mb-8 border-accent p-4 print:hidden">
			<h2 id="news" className="font-semibold">
				{news.talks.length === 1
					? "1 of your must-see and missed talks"
					: `${formatCount(news.talks.length)} of your must-see and missed talks`}{" "}
				got a recording since {news.since ? formatDay(news.since) : "you marked them"}
			</h2>
			{news.talks.length > MAX_OPEN ? (
				<details>
					<summary className="py-2.5 text-accent">Which ones</summary>
					{list}
				</details>
			) : (
				list
			)}
		</section>
	);
}
