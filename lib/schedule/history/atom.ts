import { formatCount } from "@/lib/talks/format";
import * as paths from "@/lib/talks/paths";
import type { Conference } from "@/lib/talks/types";
import { cleanLine } from "../published/clean";
import { attributes, element, escaped } from "../published/xml";
import { countKinds, NEWS_KINDS, NEWS_LABELS, type NewsKind, newsKinds } from "./kinds";
import type { TalkNews, Update } from "./queries";
import { shortSource, type ToldStep, tellChange } from "./told";

/** Of one kind in one update, more talks than that are only counted: the page has them all. */
const MOST_OF_A_KIND = 30;

/**
 * A conference's updates, the newest first, as an Atom feed (RFC 4287): an entry an update, its content HTML. `baseUrl` is
 * the address that visitors know, of which the ids are made.
 */
export function writeAtom(
	conference: Pick<Conference, "slug" | "title" | "timeZone" | "startDate">,
	updates: readonly Update[],
	baseUrl: string,
): string {
	const { slug, title, startDate } = conference;
	const at = (path: string) => new URL(path, baseUrl).href;
	const updated = updates[0]?.at ?? new Date(`${startDate}T00:00:00Z`);
	return `${[
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
		element("id", at(paths.changesFeed(slug))),
		element("title", cleanLine(`${title}: what changed in its schedule`)),
		element("updated", updated.toISOString()),
		`<author>${element("name", cleanLine(title))}</author>`,
		`<link${attributes({ rel: "self", type: "application/atom+xml", href: at(paths.changesFeed(slug)) })}/>`,
		`<link${attributes({ rel: "alternate", type: "text/html", href: at(paths.changes(slug)) })}/>`,
		...updates.map((update) => {
			const address = at(paths.changesOf(slug, update.id));
			return [
				"<entry>",
				element("id", address),
				element("title", cleanLine(updateTitle(update))),
				element("updated", update.at.toISOString()),
				`<link${attributes({ rel: "alternate", type: "text/html", href: address })}/>`,
				element("content", contentOf(update, conference, at), { type: "html" }),
				"</entry>",
			].join("\n");
		}),
		"</feed>",
	].join("\n")}\n`;
}

/** `New 15, withdrawn 6, recording available 983`, or what a first import is. */
export function updateTitle({ isFirst, talkCount, changes }: Update): string {
	if (isFirst) return `First import: ${formatCount(talkCount)} ${talkCount === 1 ? "talk" : "talks"}`;
	const counts = countKinds(changes).map(
		({ kind, count }) => `${NEWS_LABELS[kind].toLowerCase()} ${formatCount(count)}`,
	);
	const title = counts.join(", ");
	return title.charAt(0).toUpperCase() + title.slice(1);
}

type AddressOf = (path: string) => string;

function contentOf(update: Update, { slug, timeZone }: Pick<Conference, "slug" | "timeZone">, at: AddressOf): string {
	const { source, version, isByHand, talkCount } = update;
	const from = isByHand ? "Edited by hand" : `Imported from ${shortSource(source)}`;
	const said = [from, ...(version ? [`version ${version}`] : []), `${formatCount(talkCount)} talks in the schedule`];
	const parts = NEWS_KINDS.flatMap((kind) => {
		const talks = update.changes.filter((change) => newsKinds(change).includes(kind));
		if (talks.length === 0) return [];
		const shown = talks.slice(0, MOST_OF_A_KIND).map((news) => itemOf(kind, news, { slug, timeZone, at }));
		const left = talks.length - shown.length;
		const all = at(paths.changesOf(slug, update.id, kind));
		const more = left > 0 ? `<li><a${attributes({ href: all })}>and ${formatCount(left)} more</a></li>` : "";
		return [`${element("h3", NEWS_LABELS[kind])}<ul>${shown.join("")}${more}</ul>`];
	});
	return [element("p", said.join(" · ")), ...parts].join("\n");
}

type Place = { readonly slug: string; readonly timeZone: string; readonly at: AddressOf };

function itemOf(kind: NewsKind, { talk, fields }: TalkNews, { slug, timeZone, at }: Place): string {
	const link = element("a", talk.title, { href: at(paths.talk(slug, talk.slug)) });
	const steps = tellChange(kind, fields, timeZone).map(inWords);
	return `<li>${link}${steps.length > 0 ? `: ${escaped(steps.join("; "))}` : ""}</li>`;
}

/** `Track: Go → Rust`, in one line of text. */
function inWords({ what, from, to }: ToldStep): string {
	if (to === undefined) return what;
	return `${what ? `${what}: ` : ""}${from} → ${to}`;
}
