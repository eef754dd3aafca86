/** Of names that begin with no letter. */
const OTHERS = "#";

const LATIN = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const alphabet = new Intl.Collator("en", { sensitivity: "base" });

/**
 * The letter under which a name stands in an alphabet, a capital: where it would be looked up, so that Æ stands under A and
 * Ø under O. Names in the order of `Intl.Collator("en")` have theirs side by side.
 */
export function getInitial(name: string): string {
	const [letter = ""] = name.trim().normalize("NFKD").toUpperCase();
	if (!/\p{L}/u.test(letter)) return OTHERS;
	if (!/\p{Script=Latin}/u.test(letter)) return letter;
	return LATIN.findLast((each) => alphabet.compare(each, letter) <= 0) ?? OTHERS;
}
