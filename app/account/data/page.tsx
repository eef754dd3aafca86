import type { Metadata } from "next";
import { headers } from "next/headers";
import { DeleteAll } from "@/components/backup/delete-all";
import { formatCounts } from "@/components/backup/format-outcome";
import { Restore } from "@/components/backup/restore";
import { PageHead } from "@/components/ui/page-head";
import { isAdministrator } from "@/lib/accounts/permissions";
import { currentVisitor } from "@/lib/accounts/session";
import { countUserData, type UserDataCounts } from "@/lib/backup/outcome";
import { BACKUP_SCHEMA_PATH } from "@/lib/backup/schema";
import { db } from "@/lib/db/db";
import { formatAmount } from "@/lib/text/format-amount";
import * as paths from "@/lib/urls/paths";

export const metadata: Metadata = { title: "Your data", robots: { index: false } };

export default async function YourDataPage() {
	const visitor = await currentVisitor(await headers(), { isPage: true });
	const counts = visitor && (await countUserData(db, visitor.id));
	const parts = counts ? partsOf(counts) : [];
	return (
		<>
			<PageHead title="Your data">
				<p className="mt-1 text-ink-soft">
					Everything that you marked and wrote is yours: take it along, bring it back.
				</p>
			</PageHead>
			<div className="grid max-w-2xl gap-10">
				<section aria-labelledby="take">
					<h2 id="take" className="text-xl font-semibold">
						Back up
					</h2>
					{visitor ? (
						<>
							<p className="mt-2">
								{parts.length > 0
									? `You have ${new Intl.ListFormat("en").format(parts)}.`
									: "There is nothing of yours here yet."}
							</p>
							<p className="mt-2 text-ink-soft">
								The backup is one JSON file with your marks and when you made them, ratings, topics, notes with their
								revisions, your own order, write-ups and settings. Your email address and password are not in it; the
								addresses of your calendar and of what you published are, so keep it to yourself.{" "}
								<a className="link" href={BACKUP_SCHEMA_PATH}>
									What the file holds
								</a>
							</p>
							<p className="mt-4 flex flex-wrap gap-2">
								<a className="button-primary" href={paths.accountBackup()} download>
									Download a backup
								</a>
								<a className="button" href={paths.exportTable(new URLSearchParams())} download>
									Watchlist as CSV
								</a>
								<a className="button" href={paths.exportPage()}>
									Notes as Markdown
								</a>
							</p>
						</>
					) : (
						<p className="mt-2">There is nothing of yours here yet.</p>
					)}
				</section>
				<section aria-labelledby="bring">
					<h2 id="bring" className="text-xl font-semibold">
						Bring a backup in
					</h2>
					<p className="mt-2 mb-4 text-ink-soft">
						From here or from another Talkshelf. Nothing that you have goes, and the same backup once more changes
						nothing.
					</p>
					<Restore />
				</section>
				{visitor && (
					<section aria-labelledby="delete">
						<h2 id="delete" className="text-xl font-semibold">
							Delete everything
						</h2>
						<p className="mt-2 mb-4 text-ink-soft">
							Everything of yours here, on this device and on the server
							{visitor.isGuest ? "." : ", and your account."} Schedules stay, with what you changed in them.
						</p>
						<DeleteAll
							has={parts}
							owner={{ id: visitor.id, isGuest: visitor.isGuest }}
							isAdministrator={isAdministrator(visitor)}
						/>
					</section>
				)}
			</div>
		</>
	);
}

function partsOf(counts: UserDataCounts): string[] {
	const { published, awaited } = counts;
	const talks = ["talk that is not imported here yet", "talks that are not imported here yet"] as const;
	return [
		...formatCounts(counts),
		...(published > 0 ? [formatAmount(published, "published page", "published pages")] : []),
		...(awaited > 0 ? [formatAmount(awaited, ...talks)] : []),
	];
}
