/** What was said in one go, as a subtitle file has it. */
export type Cue = {
	/** Seconds into the recording. */
	readonly start: number;
	readonly end: number;
	/** Plain text, without a line break. */
	readonly text: string;
	/** Who says it, where the file tells. */
	readonly speaker?: string;
};

/** What one subtitle file of a talk has. */
export type Transcript = {
	/** Of the file. */
	readonly url: string;
	/** BCP 47; "" where neither the file's link nor the talk tells. */
	readonly language: string;
	/** What tells it from the talk's others: "English", or the title of its link. */
	readonly label: string;
	/** In order of time; none where there is a problem. */
	readonly cues: readonly Cue[];
	/** Why there are none, in one sentence; "" where the file could be read. */
	readonly problem: string;
};
