import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PageHead } from "@/components/ui/page-head";
import { DeleteWriteUp, PublishPanel } from "@/components/writeups/publish/publish-panel";
import { WriteUpEditor } from "@/components/writeups/write-up-editor";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { baseUrl } from "@/lib/http/origin";
import { loadExportSettings } from "@/lib/writeups/export/settings";
import { findFeedToken } from "@/lib/writeups/publish/queries";
import { getWriteUp, listTalkIds, loadWriteUpTalks } from "@/lib/writeups/queries";

export const metadata: Metadata = { title: "Write-up", robots: { index: false } };

export default async function WriteUpPage({ params }: PageProps<"/writeups/[writeUp]">) {
	const id = z.uuid().safeParse((await params).writeUp);
	const visitor = await currentVisitor(await headers(), { isPage: true });
	const writeUp = id.success && visitor ? await getWriteUp(db, { userId: visitor.id, id: id.data }) : null;
	if (!writeUp || !visitor) notFound();
	const userId = visitor.id;
	const [talks, settings, feedToken] = await Promise.all([
		loadWriteUpTalks(db, { userId, talkIds: listTalkIds(writeUp.content) }),
		loadExportSettings(db, userId),
		findFeedToken(db, userId),
	]);
	const { content, options, revision } = writeUp;
	const { isVault: _isVault, group: _group, order: _order, ...savedSettings } = settings;
	return (
		<>
			<PageHead title="Write-up" crumbs={[{ name: "Write-ups", href: "/writeups" }]} />
			<WriteUpEditor
				id={writeUp.id}
				owner={{ id: userId, isGuest: visitor.isGuest }}
				stored={{ content, options, revision }}
				talks={[...talks.values()]}
				remembered={savedSettings}
			/>
			<PublishPanel
				writeUpId={writeUp.id}
				publication={writeUp.publication}
				feedToken={feedToken}
				defaultName={visitor.isGuest ? "" : visitor.name}
				baseUrl={baseUrl}
			/>
			<DeleteWriteUp id={writeUp.id} isPublished={writeUp.publication !== null} />
		</>
	);
}
