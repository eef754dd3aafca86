import { Plus } from "lucide";
import { headers } from "next/headers";
import { FirstAdministrator } from "@/components/importing/first-administrator";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { hasAdministrator } from "@/lib/accounts/editors/queries";
import { mayEdit } from "@/lib/accounts/may-edit";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { listConferences } from "@/lib/talks/conferences";
import { formatCount, formatDays } from "@/lib/talks/format";
import * as paths from "@/lib/talks/paths";

// Without this the list would be made once, when the app is built.
export const dynamic = "force-dynamic";

export default async function HomePage() {
	const conferences = await listConferences(db);
	const isEditor = mayEdit(await currentVisitor(await headers(), { isPage: true }));
	return (
		<>
			<header className="mb-10 max-w-prose pt-4">
				<h1 className="text-3xl font-bold text-balance sm:text-4xl">A shelf for conference talks</h1>
				<p className="mt-3 text-lg text-ink-soft">
					Mark what you must see, what you watched and what you missed. Write down what you took away. Walk off with
					Markdown. No account needed.
				</p>
			</header>
			<section aria-labelledby="conferences">
				<div className="mb-4 flex flex-wrap items-center justify-between gap-3">
					<h2 id="conferences" className="text-xl font-bold">
						Conferences
					</h2>
					{isEditor && (
						<a className="button" href="/conferences/new">
							<Icon icon={Plus} />
							Add a conference
						</a>
					)}
				</div>
				{conferences.length === 0 && (
					<EmptyState title="No conference here yet.">
						{isEditor || (await hasAdministrator(db)) ? (
							<p>
								Bring in a published schedule
								{isEditor ? " with “Add a conference”, or" : ":"} <code>npm run import -- schedule.xml</code>
							</p>
						) : (
							<FirstAdministrator />
						)}
					</EmptyState>
				)}
				<ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
					{conferences.map((conference) => (
						<li key={conference.slug} className="card relative p-5 hover:border-line-strong">
							<h3 className="text-lg font-semibold">
								<a className="no-underline after:absolute after:inset-0" href={paths.conference(conference.slug)}>
									{conference.title}
								</a>
							</h3>
							<p className="mt-1 text-ink-soft">
								{formatDays(conference.startDate, conference.endDate)}
								{conference.city && ` · ${conference.city}`}
							</p>
							<p className="mt-3 text-sm text-ink-soft">
								{formatCount(conference.talkCount)} talks · {formatCount(conference.recordingCount)} with a recording
							</p>
						</li>
					))}
				</ul>
			</section>
		</>
	);
}
