import { cleanLine } from "@/lib/text/clean";
import { formatCount } from "@/lib/text/format";
import { escapeXml, formatAttributes, formatElement } from "@/lib/text/xml";
import * as paths from "@/lib/urls/paths";
import { type FormattedStep, formatChange, shortenSource } from "./format-change";
import { countKinds, findNewsKinds, NEWS_KINDS, NEWS_LABELS, type NewsKind } from "./news-kinds";
import type { TalkNews, Update } from "./queries";

type FeedConference = {
	readonly slug: string;
	readonly title: string;
	readonly timeZone: string;
	/** `YYYY-MM-DD`. */
	readonly startDate: string;
};

/** Of one kind in one update, more talks than that are only counted: the page has them all. */
const MAX_PER_KIND = 30;

/**
 * A conference's updates, the newest first, as an Atom feed (RFC 4287): an entry an update, its content HTML. `baseUrl` is
 * the address that visitors know, of which the ids are made.
 */
export function writeAtom(conference: FeedConference, updates: readonly Update[], baseUrl: string): string {
	const { slug, title, startDate } = conference;
	const toUrl = (path: string) => new URL(path, baseUrl).href;
	const updated = updates[0]?.at ?? new Date(`${startDate}T00:00:00Z`);
	return `${[
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
		formatElement("id", toUrl(paths.changesFeed(slug))),
		formatElement("title", cleanLine(`${title}: what changed in its schedule`)),
		formatElement("updated", updated.toISOString()),
		`<author>${formatElement("name", cleanLine(title))}</author>`,
		`<link${formatAttributes({ rel: "self", type: "application/atom+xml", href: toUrl(paths.changesFeed(slug)) })}/>`,
		`<link${formatAttributes({ rel: "alternate", type: "text/html", href: toUrl(paths.changes(slug)) })}/>`,
		...updates.map((update) => {
			const url = toUrl(paths.changesOf(slug, update.id));
			return [
				"<entry>",
				formatElement("id", url),
				formatElement("title", cleanLine(formatUpdateTitle(update))),
				formatElement("updated", update.at.toISOString()),
				`<link${formatAttributes({ rel: "alternate", type: "text/html", href: url })}/>`,
				formatElement("content", formatContent(update, conference, toUrl), { type: "html" }),
				"</entry>",
			].join("\n");
		}),
		"</feed>",
	].join("\n")}\n`;
}

/** `New 15, withdrawn 6, recording available 983`, or what a first import is. */
export function formatUpdateTitle({ isFirst, talkCount, changes }: Update): string {
	if (isFirst) return `First import: ${formatCount(talkCount)} ${talkCount === 1 ? "talk" : "talks"}`;
	const counts = countKinds(changes).map(
		({ kind, count }) => `${NEWS_LABELS[kind].toLowerCase()} ${formatCount(count)}`,
	);
	const title = counts.join(", ");
	return title.charAt(0).toUpperCase() + title.slice(1);
}

type ToUrl = (path: string) => string;

function formatContent(
	update: Update,
	{ slug, timeZone }: Pick<FeedConference, "slug" | "timeZone">,
	toUrl: ToUrl,
): string {
	const { source, version, isByHand, talkCount } = update;
	const from = isByHand ? "Edited by hand" : `Imported from ${shortenSource(source)}`;
	const details = [from, ...(version ? [`version ${version}`] : []), `${formatCount(talkCount)} talks in the schedule`];
	const parts = NEWS_KINDS.flatMap((kind) => {
		const talks = update.changes.filter((change) => findNewsKinds(change).includes(kind));
		if (talks.length === 0) return [];
		const visibleItems = talks.slice(0, MAX_PER_KIND).map((news) => formatItem(kind, news, { slug, timeZone, toUrl }));
		const left = talks.length - visibleItems.length;
		const all = toUrl(paths.changesOf(slug, update.id, kind));
		const more = left > 0 ? `<li><a${formatAttributes({ href: all })}>and ${formatCount(left)} more</a></li>` : "";
		return [`${formatElement("h3", NEWS_LABELS[kind])}<ul>${visibleItems.join("")}${more}</ul>`];
	});
	return [formatElement("p", details.join(" · ")), ...parts].join("\n");
}

type FeedContext = { readonly slug: string; readonly timeZone: string; readonly toUrl: ToUrl };

function formatItem(kind: NewsKind, { talk, fields }: TalkNews, { slug, timeZone, toUrl }: FeedContext): string {
	const link = formatElement("a", talk.title, { href: toUrl(paths.talk(slug, talk.slug)) });
	const steps = formatChange(kind, fields, timeZone).map(formatStep);
	return `<li>${link}${steps.length > 0 ? `: ${escapeXml(steps.join("; "))}` : ""}</li>`;
}

/** `Track: Go → Rust`, in one line of text. */
function formatStep({ what, from, to }: FormattedStep): string {
	if (to === undefined) return what;
	return `${what ? `${what}: ` : ""}${from} → ${to}`;
}
