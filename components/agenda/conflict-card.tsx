import { formatCount, formatTime } from "@/lib/talks/format";
import { endOf } from "@/lib/talks/order";
import * as paths from "@/lib/talks/paths";
import type { AgendaTalk } from "@/lib/watchlist/agenda/types";
import { formatRecordings } from "@/lib/watchlist/agenda/words";

type ConflictCardProps = {
	conference: { readonly slug: string; readonly timeZone: string };
	/** All on at once. */
	talks: readonly AgendaTalk[];
	from: Date;
	to: Date;
	onChoose: (one: AgendaTalk) => void;
};

/** Must-see talks that are on at once, to choose one of. */
export function ConflictCard({ conference, talks, from, to, onChoose }: ConflictCardProps) {
	const { slug, timeZone } = conference;
	const clock = (instant: Date) => formatTime(instant, timeZone);
	return (
		<article className="card border-l-4 border-l-problem p-4">
			<h4 className="font-semibold">
				{clock(from)}–{clock(to)}: {formatCount(talks.length)} talks at once
			</h4>
			<p className="text-sm text-ink-soft">{formatRecordings(talks)}</p>
			<ul className="mt-2">
				{talks.map((one) => {
					const { talk, outlook } = one;
					const isRecorded = outlook.kind === "recorded" || outlook.kind === "will-be-recorded";
					return (
						<li
							key={talk.id}
							className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-t border-line/70 py-2 first:border-t-0"
						>
							<div className="min-w-0 grow basis-64 wrap-anywhere">
								<a className="talk-title" href={paths.talk(slug, talk.slug)}>
									{talk.title}
								</a>
								<p className="talk-meta">
									<span>
										{clock(talk.start)}
										{talk.duration > 0 && `–${clock(endOf(talk))}`}
									</span>
									{talk.room && <span>{talk.room.name}</span>}
									<span className={isRecorded ? "recorded" : undefined}>{outlook.label}</span>
								</p>
							</div>
							<button
								type="button"
								className="button"
								aria-label={`Choose this: ${talk.title}`}
								onClick={() => onChoose(one)}
							>
								Choose this
							</button>
						</li>
					);
				})}
			</ul>
		</article>
	);
}
