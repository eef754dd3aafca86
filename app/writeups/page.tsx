import { FileInput, PenLine, Plus } from "lucide";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { RefreshOnReturn } from "@/components/ui/refresh-on-return";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { formatIsoDate, formatShortDay } from "@/lib/text/format";
import { formatAmount, formatTalkCount } from "@/lib/text/format-amount";
import * as paths from "@/lib/urls/paths";
import { listWriteUps } from "@/lib/writeups/queries";
import type { ListedWriteUp } from "@/lib/writeups/types";

export const metadata: Metadata = { title: "Write-ups", robots: { index: false } };

export default async function WriteUpsPage() {
	const visitor = await currentVisitor(await headers(), { isPage: true });
	const writeUps = visitor ? await listWriteUps(db, visitor.id) : [];
	return (
		<>
			<PageHead title="Write-ups">
				<p className="mt-1 text-ink-soft">Articles made of your notes, to publish or to keep as Markdown.</p>
			</PageHead>
			<RefreshOnReturn madeAt={Date.now()} />
			{writeUps.length > 0 ? (
				<>
					<p className="mb-6 flex flex-wrap gap-3">
						<StartLinks />
					</p>
					<WriteUpList writeUps={writeUps} />
				</>
			) : (
				<EmptyState icon={PenLine} title="No write-ups yet.">
					<p className="max-w-prose text-ink-soft">
						Start one from the talks you marked and noted at a conference, from a topic, or from nothing. Your notes and
						key takeaways fall into place; you write what stands between them.
					</p>
					<p className="flex flex-wrap justify-center gap-3">
						<StartLinks />
					</p>
				</EmptyState>
			)}
		</>
	);
}

function StartLinks() {
	return (
		<>
			<a className="button-primary" href={paths.newWriteUp()}>
				<Icon icon={Plus} /> Start a write-up
			</a>
			<a className="button" href={paths.importPost()}>
				<Icon icon={FileInput} /> Import a post
			</a>
		</>
	);
}

/** Write-ups, each with what there is of it. */
function WriteUpList({ writeUps }: { writeUps: readonly ListedWriteUp[] }) {
	return (
		<ul className="grid gap-3">
			{writeUps.map(({ id, title, sectionCount, talkCount, updatedAt, publication }) => (
				<li key={id} className="card relative grid gap-1 p-4 wrap-anywhere">
					<a
						className="text-lg font-semibold no-underline after:absolute after:inset-0 hover:underline"
						href={paths.writeUp(id)}
					>
						{title.trim() || "Untitled"}
					</a>
					<p className="text-sm text-ink-soft">
						{[
							formatAmount(sectionCount, "section", "sections"),
							formatTalkCount(talkCount),
							publication ? "Published" : "Draft",
						].join(" · ")}
						{` · changed ${formatShortDay(formatIsoDate(updatedAt, "UTC"))}`}
					</p>
				</li>
			))}
		</ul>
	);
}
