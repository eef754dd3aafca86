import { FileInput, PenLine, Plus } from "lucide";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { RefreshOnReturn } from "@/components/ui/refresh-on-return";
import { WriteUpList } from "@/components/writeups/write-up-list";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import * as paths from "@/lib/urls/paths";
import { listWriteUps } from "@/lib/writeups/queries";

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
				<Icon icon={FileInput} /> Bring in a post
			</a>
		</>
	);
}
