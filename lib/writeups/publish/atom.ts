import { cleanLine } from "@/lib/text/clean";
import { formatAttributes, formatElement } from "@/lib/text/xml";
import * as paths from "@/lib/urls/paths";
import type { PublishedEntry } from "./queries";
import { summarize } from "./summary";

/**
 * What somebody published, the newest first, as an Atom feed (RFC 4287). `baseUrl` is the address that visitors know, of
 * which the ids are made.
 */
export function writeAtomFeed(token: string, entries: readonly PublishedEntry[], baseUrl: string): string {
	const toUrl = (path: string) => new URL(path, baseUrl).href;
	const self = toUrl(paths.writeUpFeed(token));
	const latest = entries.reduce((time, { updatedAt }) => Math.max(time, updatedAt.getTime()), 0);
	const name = cleanLine(entries[0]?.authorName ?? "");
	return `${[
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
		formatElement("id", self),
		formatElement("title", name ? `Write-ups by ${name}` : "Write-ups"),
		formatElement("updated", new Date(latest).toISOString()),
		`<author>${formatElement("name", name || "Anonymous")}</author>`,
		`<link${formatAttributes({ rel: "self", type: "application/atom+xml", href: self })}/>`,
		...entries.map((entry) => {
			const entryUrl = toUrl(paths.publishedWriteUp(entry.token));
			return [
				"<entry>",
				formatElement("id", entryUrl),
				formatElement("title", cleanLine(entry.title) || "Untitled"),
				formatElement("published", entry.publishedAt.toISOString()),
				formatElement("updated", entry.updatedAt.toISOString()),
				`<author>${formatElement("name", cleanLine(entry.authorName) || "Anonymous")}</author>`,
				`<link${formatAttributes({ rel: "alternate", type: "text/html", href: entryUrl })}/>`,
				formatElement("summary", cleanLine(summarize(entry))),
				"</entry>",
			].join("\n");
		}),
		"</feed>",
	].join("\n")}\n`;
}
