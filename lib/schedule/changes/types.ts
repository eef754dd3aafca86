/** What a field was and what it is. */
export type Step<Value> = { readonly from: Value; readonly to: Value };

/**
 * What an update changed about one talk, field by field, as people read it: names rather than slugs, since a room may be
 * gone when the change is looked at. Of long texts and links only that they changed.
 */
export type TalkFieldChanges = {
	readonly title?: Step<string>;
	readonly subtitle?: Step<string>;
	readonly type?: Step<string>;
	readonly language?: Step<string>;
	/** The conference's day, `YYYY-MM-DD`. */
	readonly day?: Step<string>;
	/** ISO 8601, UTC. */
	readonly start?: Step<string>;
	/** Minutes. */
	readonly duration?: Step<number>;
	readonly track?: Step<string | null>;
	readonly room?: Step<string | null>;
	readonly speakers?: Step<readonly string[]>;
	readonly isCancelled?: Step<boolean>;
	/** What the schedule says of it; null: nothing. */
	readonly willBeRecorded?: Step<boolean | null>;
	/** How many links lead to a recording, and to slides. */
	readonly recordings?: Step<number>;
	readonly slides?: Step<number>;
	readonly url?: true;
	readonly links?: true;
	readonly abstract?: true;
	readonly description?: true;
};

/** The names are the database's. */
export type TalkChangeKind = "ADDED" | "CHANGED" | "WITHDRAWN" | "RETURNED";

/** One talk's part of an update. */
export type RecordedChange = {
	readonly kind: TalkChangeKind;
	readonly fields: TalkFieldChanges;
};
