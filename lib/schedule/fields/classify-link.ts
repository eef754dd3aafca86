import type { LinkKind } from "../types";

/** A link as a schedule gives it. `from` is the place it stood in, `type` what the schedule itself calls it. */
export type RawLink = {
	readonly url: string;
	readonly title: string;
	readonly from: "link" | "attachment" | "recording" | "feedback";
	readonly type: string;
	/** Our own exports say it. */
	readonly kind?: LinkKind | undefined;
};

type ParsedLink = Pick<RawLink, "title" | "from" | "type"> & {
	readonly host: string;
	readonly path: string;
	readonly query: string;
	readonly extension: string;
};

const VIDEO = new Set("mp4 webm mov mkv avi ogv m4v".split(" "));
const DECK = new Set("odp otp ppt pptx pps ppsx key gslides".split(" "));
const PAGES = new Set("pdf htm html sozi djvu ps".split(" "));
const VIDEO_HOST = /(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com|twitch\.tv|framatube\.org)$/;
const SLIDES_HOST = /(?:^|\.)(?:speakerdeck\.com|slideshare\.net|slides\.com|noti\.st)$/;

// "Slides", "PDF slides", "Slide deck", "Slidedeck", "The Slydes", "Sildes" are one; "Slides source" leads to a repository.
const TITLED_SLIDES = /\b(?:slides?|slide ?decks?|slidecks?|slideshow|sildes|slydes)(?:\b|_)/i;
const TITLED_PRESENTATION =
	/^(?:the |my |new )?(?:(?:talk|session|keynote|fosdem) )?(?:presentation|deck|talk pdf)(?: (?:pdf|odp|pptx?|deck|(?:in|as) (?:pdf|odp)|v\d+))?\.?(?: \([^)]*\))?$/i;
const NOT_THE_SLIDES = /\b(?:(?<!open[ -])sources?|repo|repository|git|previous|earlier|before|yesterday|past)\b/i;

// The whole title says so: "Past Recording" and "Demo recording" are of something else.
const TITLED_RECORDING =
	/^(?:the |full )?(?:(?:talk|session|video|presentation|fosdem|youtube) )*recordings?(?: ?(?:\(|-|–|:|\[|on |at ).*)?$/i;

/** Tried in this order; the first that fits decides. Hosts and extensions come first: they tell nearly all apart. */
const RULES: readonly { readonly kind: LinkKind; readonly fits: (link: ParsedLink) => boolean }[] = [
	{ kind: "SUBTITLES", fits: (link) => link.extension === "vtt" || link.extension === "srt" },
	{ kind: "RECORDING", fits: (link) => link.host === "video.fosdem.org" && VIDEO.has(link.extension) },
	{ kind: "CHAT", fits: (link) => link.host === "matrix.to" || link.host.startsWith("chat.") },
	{ kind: "FEEDBACK", fits: (link) => link.from === "feedback" || /\/feedback\/?$/.test(link.path) },
	{ kind: "RECORDING", fits: (link) => link.host === "media.ccc.de" && link.path.startsWith("/v/") },
	{ kind: "RECORDING", fits: (link) => link.from === "recording" || /^(?:recording|video)$/i.test(link.type) },
	{ kind: "SUBTITLES", fits: (link) => /^(?:video recording )?subtitles?\b/i.test(link.title) },
	{ kind: "FEEDBACK", fits: (link) => /^(?:submit |give |leave )?feedback$/i.test(link.title) },
	{ kind: "CHAT", fits: (link) => /^chat(?: ?room)?(?: ?\(.*\))?$/i.test(link.title) },
	{
		kind: "RECORDING",
		fits: (link) => link.from === "link" && TITLED_RECORDING.test(link.title) && !isVideoExcerpt(link),
	},
	{ kind: "OTHER", fits: (link) => VIDEO.has(link.extension) || VIDEO_HOST.test(link.host) },
	{ kind: "OTHER", fits: (link) => link.from === "link" && NOT_THE_SLIDES.test(link.title) },
	{ kind: "SLIDES", fits: (link) => DECK.has(link.extension) },
	{ kind: "SLIDES", fits: (link) => link.host === "docs.google.com" && link.path.startsWith("/presentation/") },
	{ kind: "SLIDES", fits: (link) => SLIDES_HOST.test(link.host) && link.path.length > 1 },
	{ kind: "SLIDES", fits: (link) => isListedAsSlides(link) && PAGES.has(link.extension) },
	{ kind: "OTHER", fits: (link) => link.from === "attachment" && !mayBeSlides(link) },
	{ kind: "SLIDES", fits: (link) => TITLED_SLIDES.test(link.title) || TITLED_PRESENTATION.test(link.title) },
];

/**
 * What a link leads to, by its host, extension and title, and by what the schedule calls it where that can be believed:
 * FOSDEM calls every attachment "slides", demo videos and speakers' portraits among them.
 */
export function classifyLink(link: RawLink): LinkKind {
	if (link.kind) return link.kind;
	const parsed = parseLink(link);
	return RULES.find(({ fits }) => fits(parsed))?.kind ?? "OTHER";
}

/** A place inside a longer video: FOSDEM 2026 had one titled "Recording", of an earlier talk, weeks before the event. */
const isVideoExcerpt = (link: ParsedLink) => VIDEO_HOST.test(link.host) && /[?&](?:t|start)=/.test(link.query);

const isListedAsSlides = (link: ParsedLink) =>
	link.from === "attachment" && /^(?:slides|presentation)?$/i.test(link.type);

/** An attachment without an extension, or with one that slides are written in by hand, is what its title says. */
const mayBeSlides = (link: ParsedLink) => link.extension === "" || PAGES.has(link.extension) || link.extension === "md";

// The address is known to be one, and written in full: no URL has to be made of each to see its parts.
const PARTS = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]*)(?::\d*)?([^?#]*)([^#]*)/i;

function parseLink({ url, title, from, type }: RawLink): ParsedLink {
	const [, host = "", path = "", query = ""] = PARTS.exec(url) ?? [];
	const dot = path.lastIndexOf(".") + 1;
	const end = dot > 0 && path.length - dot <= 6 ? path.slice(dot) : "";
	const extension = /^[a-z0-9]+$/i.test(end) ? end.toLowerCase() : "";
	return { title, from, type, host: host.toLowerCase(), path, query, extension };
}
