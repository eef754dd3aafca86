/** One file of a recording. */
export type RecordingFile = {
	readonly url: string;
	/** MIME type, with codecs where the file's name tells them; empty where it does not tell. */
	readonly type: string;
	readonly label: string;
};

/** Whose player shows a recording that is no file. */
export type EmbedHost = "youtube" | "vimeo" | "media.ccc.de";

/** Something that a talk's recording can be watched at. */
export type Recording =
	/** One recording, in one or more forms of which a browser takes the first that it can play. */
	| {
			readonly kind: "files";
			readonly label: string;
			readonly files: readonly RecordingFile[];
			readonly isAudio: boolean;
	  }
	| {
			readonly kind: "embed";
			readonly label: string;
			readonly host: EmbedHost;
			/** As the host names it. */
			readonly id: string;
			/** Vimeo's second part of the name of what is not listed; else empty. */
			readonly secret: string;
			/** Where the link begins, in seconds. */
			readonly start: number;
			/** The link. */
			readonly url: string;
	  }
	/** Only there, on a page of its own. */
	| { readonly kind: "page"; readonly label: string; readonly url: string };
