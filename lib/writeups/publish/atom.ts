import { cleanLine } from "@/lib/schedule/published/clean";
import { attributes, element } from "@/lib/schedule/published/xml";
import * as paths from "@/lib/talks/paths";
import type { PublishedEntry } from "./queries";
import { summaryOf } from "./summary";

/**
 * What somebody published, the newest first, as an Atom feed (RFC 4287). `baseUrl` is the address that visitors know, of
 * which the ids are made.
 */
export function writeFeed(token: string, entries: readonly PublishedEntry[], baseUrl: string): string {
	const at = (path: string) => new URL(path, baseUrl).href;
	const self = at(paths.writeUpFeed(token));
	const latest = entries.reduce((time, { updatedAt }) => Math.max(time, updatedAt.getTime()), 0);
	const name = cleanLine(entries[0]?.authorName ?? "");
	return `${[
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
		element("id", self),
		element("title", name ? `Write-ups by ${name}` : "Write-ups"),
		element("updated", new Date(latest).toISOString()),
		`<author>${element("name", name || "Anonymous")}</author>`,
		`<link${attributes({ rel: "self", type: "application/atom+xml", href: self })}/>`,
		...entries.map((entry) => {
			const address = at(paths.publishedWriteUp(entry.token));
			return [
				"<entry>",
				element("id", address),
				element("title", cleanLine(entry.title) || "Untitled"),
				element("published", entry.publishedAt.toISOString()),
				element("updated", entry.updatedAt.toISOString()),
				`<author>${element("name", cleanLine(entry.authorName) || "Anonymous")}</author>`,
				`<link${attributes({ rel: "alternate", type: "text/html", href: address })}/>`,
				element("summary", cleanLine(summaryOf(entry))),
				"</entry>",
			].join("\n");
		}),
		"</feed>",
	].join("\n")}\n`;
}
