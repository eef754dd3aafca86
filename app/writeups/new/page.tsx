import type { Metadata } from "next";
import { headers } from "next/headers";
import { PageHead } from "@/components/ui/page-head";
import { StartForm } from "@/components/writeups/start-form";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { listConferences } from "@/lib/talks/conferences";
import { listTopics } from "@/lib/topics/queries";
import * as paths from "@/lib/urls/paths";
import type { WriteUpScope } from "@/lib/writeups/types";

export const metadata: Metadata = { title: "Start a write-up", robots: { index: false } };

export default async function NewWriteUpPage({ searchParams }: PageProps<"/writeups/new">) {
	const [params, visitor] = await Promise.all([
		searchParams,
		headers().then((each) => currentVisitor(each, { isPage: true })),
	]);
	const [conferences, topics] = await Promise.all([listConferences(db), visitor ? listTopics(db, visitor.id) : []]);
	return (
		<>
			<PageHead title="Start a write-up" crumbs={[{ name: "Write-ups", href: "/writeups" }]}>
				<p className="mt-1 max-w-prose text-ink-soft">
					It begins with the talks that you marked or noted, in sections. All of it can be changed afterwards. Written
					elsewhere already?{" "}
					<a className="link" href={paths.importPost()}>
						Import a post
					</a>
				</p>
			</PageHead>
			<StartForm
				conferences={conferences.map(({ slug, title }) => ({ slug, name: title }))}
				topics={topics.map(({ slug, name }) => ({ slug, name }))}
				initialScope={parseScope(params)}
			/>
		</>
	);
}

function parseScope(params: Record<string, string | string[] | undefined>): WriteUpScope {
	const { conference, topic, watchlist } = params;
	if (typeof conference === "string") return { kind: "conference", conference };
	if (typeof topic === "string") return { kind: "topic", topic };
	return typeof watchlist === "string" ? { kind: "watchlist", query: watchlist } : { kind: "nothing" };
}
