import { Tags } from "lucide";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { NewTopicForm } from "@/components/topics/topic-actions";
import { TopicList } from "@/components/topics/topic-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { listTopics } from "@/lib/topics/queries";

export const metadata: Metadata = { title: "Topics" };

export default async function TopicsPage() {
	const visitor = await currentVisitor(await headers(), { isPage: true });
	const topics = visitor ? await listTopics(db, visitor.id) : [];
	return (
		<>
			<PageHead title="Topics" crumbs={[{ name: "Watchlist", href: "/watchlist" }]}>
				<p className="mt-1 text-ink-soft">
					Your own labels for talks: they gather what tracks and conferences scatter. Nobody else sees them.
				</p>
			</PageHead>
			<NewTopicForm />
			{topics.length > 0 ? (
				<TopicList topics={topics} />
			) : (
				<EmptyState icon={Tags} title="No topics yet.">
					<p className="text-ink-soft">Open a talk and add a topic to it, or create one here first.</p>
					<a className="button" href="/">
						Choose a conference
					</a>
				</EmptyState>
			)}
		</>
	);
}
