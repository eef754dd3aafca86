export type MediaType = {
	/** With codecs where the name tells them, so that a browser need not ask for what it cannot play. */
	readonly type: string;
	readonly isAudio: boolean;
};

const VIDEO: Readonly<Record<string, string>> = {
	mp4: "video/mp4",
	m4v: "video/mp4",
	webm: "video/webm",
	ogv: "video/ogg",
	ogg: "video/ogg",
	// Most are MP4 in all but name; a browser that is told their own type does not try.
	mov: "video/mp4",
	mkv: "video/webm",
};

const AUDIO: Readonly<Record<string, string>> = {
	mp3: "audio/mpeg",
	m4a: "audio/mp4",
	aac: "audio/aac",
	opus: "audio/ogg",
	oga: "audio/ogg",
	flac: "audio/flac",
	wav: "audio/wav",
};

/** What kind of media file a path names; null where it names none. */
export function getMediaType(path: string): MediaType | null {
	const [, inner = "", ending = ""] = /(?:\.([a-z0-9]+))?\.([a-z0-9]+)$/i.exec(path.toLowerCase()) ?? [];
	if (Object.hasOwn(AUDIO, ending)) return { type: AUDIO[ending] ?? "", isAudio: true };
	if (!Object.hasOwn(VIDEO, ending)) return null;
	const type = VIDEO[ending] ?? "";
	// RFC 6381; the profile and level are the ones that every decoder has.
	const isAv1 = inner === "av1" && (type === "video/webm" || type === "video/mp4");
	return { type: isAv1 ? `${type}; codecs="av01.0.08M.08"` : type, isAudio: false };
}
