import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Article } from "@/components/writeups/publish/article";
import { createCardImage } from "@/lib/cards/create-card";
import { db } from "@/lib/db/db";
import { baseUrl } from "@/lib/http/origin";
import * as paths from "@/lib/urls/paths";
import { findPublishedWriteUp } from "@/lib/writeups/publish/queries";
import { summarize } from "@/lib/writeups/publish/summary";

/** Asked for once, for the head and the body. */
const getPublished = cache((token: string) => findPublishedWriteUp(db, token));

export async function generateMetadata({ params }: PageProps<"/w/[token]">): Promise<Metadata> {
	const { token } = await params;
	const found = await getPublished(token);
	if (!found) return {};
	const { content, publication, updatedAt, feedToken } = found;
	const title = content.title.trim() || "Untitled";
	const description = summarize(content);
	const url = new URL(paths.publishedWriteUp(token), baseUrl).href;
	const { authorName, isIndexed, canonicalUrl, publishedAt } = publication;
	return {
		title: { absolute: title },
		...(description && { description }),
		...(authorName && { authors: [{ name: authorName }] }),
		robots: isIndexed ? { index: true, follow: true } : { index: false, follow: false },
		alternates: {
			canonical: canonicalUrl ?? url,
			...(feedToken && { types: { "application/atom+xml": new URL(paths.writeUpFeed(feedToken), baseUrl).href } }),
		},
		openGraph: {
			type: "article",
			title,
			...(description && { description }),
			url,
			siteName: "Talkshelf",
			publishedTime: publishedAt.toISOString(),
			modifiedTime: updatedAt.toISOString(),
			...(authorName && { authors: [authorName] }),
			tags: [...content.tags],
			images: [createCardImage(url, title)],
		},
		twitter: { card: "summary_large_image" },
	};
}

/** A published write-up, for everyone who has its address. */
export default async function PublishedPage({ params }: PageProps<"/w/[token]">) {
	const found = await getPublished((await params).token);
	if (!found) notFound();
	return <Article {...found} />;
}
