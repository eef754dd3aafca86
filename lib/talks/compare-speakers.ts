/** A speaker as one conference's schedule knows them. */
export type SpeakerIdentity = {
	/** See speakerKey in lib/schedule/identity.ts. */
	readonly key: string;
	readonly name: string;
	/** Where ids mean the same; see `namespaceOf`. Null where that is not known. */
	readonly namespace: string | null;
};

/**
 * Where the ids of a conference's schedule mean the same as those of another's: the host of its own page, else of the
 * address that it was read from. FOSDEM's of every year have one.
 */
export function getNamespace(conference: { readonly url: string | null; readonly source: string }): string | null {
	for (const url of [conference.url ?? "", conference.source]) {
		const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url)?.[1];
		if (host) return host.toLowerCase().replace(/^www\./, "");
	}
	return null;
}

/**
 * Whether two conferences' speakers are one person. "same" where their ids say so and their names do not contradict: ids
 * are given to somebody else at times. "perhaps" where they only have their name in common: it may be somebody else's.
 */
export function compareSpeakers(one: SpeakerIdentity, other: SpeakerIdentity): "same" | "perhaps" | "no" {
	const isOneNamespace = one.namespace !== null && one.namespace === other.namespace;
	if (one.key === other.key && idKind(one.key) !== null && (isOneNamespace || idKind(one.key) === "guid")) {
		return areNameVariants(one.name, other.name) ? "same" : "no";
	}
	if (one.name !== other.name) return "no";
	const isNamedOnly = one.key.startsWith("name:") && other.key.startsWith("name:");
	return isNamedOnly && isOneNamespace && splitName(one.name).length > 1 ? "same" : "perhaps";
}

const idKind = (key: string) => /^(guid|id|code):/.exec(key)?.[1] ?? null;

/**
 * Whether two names are ways to write one: their words agree in any order, case, accents and punctuation aside. An initial
 * stands for a word or may be missing, nicknames in parentheses or quotation marks do not count, and one word may be spelt
 * slightly differently. "J. S." alone is nobody's name.
 */
export function areNameVariants(one: string, other: string): boolean {
	const [fewer = [], more = []] = [splitName(one), splitName(other)].sort(
		(a, b) => a.length - b.length || compare(a, b),
	);
	if (fewer.length === 0) return one === other;
	// The ways to pair so many words would be too many to try.
	if (more.length > MAX_WORDS) return fewer.toSorted().join(" ") === more.toSorted().join(" ");
	return canPair(fewer, more, { isSpelt: false, hasWord: false, hasSkipped: false });
}

const MAX_WORDS = 6;

type PairingState = { readonly isSpelt: boolean; readonly hasWord: boolean; readonly hasSkipped: boolean };

/** Gives each word of the shorter name one of the longer. Only initials may be left over, and in one of the names only. */
function canPair([word, ...rest]: readonly string[], others: readonly string[], state: PairingState): boolean {
	if (word === undefined) return state.hasWord && others.every(isInitial) && !(state.hasSkipped && others.length > 0);
	return (
		others.some((other, index) => {
			const remaining = others.toSpliced(index, 1);
			if (word === other) {
				return canPair(rest, remaining, { ...state, hasWord: state.hasWord || !isInitial(word) });
			}
			if (isInitial(word) || isInitial(other)) {
				return word.charAt(0) === other.charAt(0) && canPair(rest, remaining, state);
			}
			return (
				!state.isSpelt &&
				isSpeltAlike(word, other) &&
				canPair(rest, remaining, { ...state, isSpelt: true, hasWord: true })
			);
		}) ||
		(isInitial(word) && canPair(rest, others, { ...state, hasSkipped: true }))
	);
}

const LETTERS: Readonly<Record<string, string>> = { æ: "ae", œ: "oe", ø: "o", ß: "ss", ł: "l", đ: "d", ð: "d", ı: "i" };

/** The words of a name, folded. */
function splitName(name: string): string[] {
	const proper = name.replace(/\([^)]*\)|"[^"]*"|“[^”]*”|„[^“”]*[“”]/g, " ");
	const split = (text: string) =>
		text
			.toLowerCase()
			.normalize("NFKD")
			.replace(/[æœøßłđðı]/g, (letter) => LETTERS[letter] ?? letter)
			.replace(/['’\p{M}]/gu, "")
			.split(/[^\p{L}\p{N}]+/u)
			.filter((word) => word !== "");
	const found = split(proper);
	return found.length > 0 ? found : split(name);
}

/** Not of scripts in which a letter is a word. */
const isInitial = (word: string) => /^\p{Ll}$/u.test(word);

/** One letter more, less or other in a word of four at least, "Marc" and "Mark", or two neighbours that changed places. */
function isSpeltAlike(one: string, other: string): boolean {
	const [short, long] = one.length <= other.length ? [one, other] : [other, one];
	if (long.length < 4 || long.length - short.length > 1) return false;
	let start = 0;
	while (start < short.length && short[start] === long[start]) start++;
	let end = 0;
	while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++;
	const [left, leftOfLong] = [short.slice(start, short.length - end), long.slice(start, long.length - end)];
	if (leftOfLong.length <= 1) return true;
	return left.length === 2 && leftOfLong.length === 2 && left[0] === leftOfLong[1] && left[1] === leftOfLong[0];
}

const compare = (a: readonly string[], b: readonly string[]) => (a.join(" ") < b.join(" ") ? -1 : 1);
