/**
 * The words for "cancelled" in the languages of the conferences: English in both spellings, German, Dutch, French, Spanish,
 * Italian, Portuguese, Polish, Czech, Swedish, Danish and Norwegian.
 */
const WORD =
	"cancell?ed|abgesagt|entf[äa]llt|f[äa]llt aus|ausgefallen|geannuleerd|vervallen|annul[ée]e?s?|cancelad[oa]|annullat[oa]|anulad[oa]|odwo[łl]an[ye]|zru[šs]en[oaý]|inst[äa]lld|aflyst|avlyst";

// "[CANCELED]", "(Cancelled: speaker is ill)", "*** cancelled ***", "【CANCELLED】".
const LABEL = `[([{<【*_~!]+\\s*(?:talk |session |event )?(?:${WORD})(?:\\s*[:,;–—-]\\s[^)\\]}>】]*|\\s+due to [^)\\]}>】]*)?\\s*[)\\]}>】*_~!]+`;
// At either end of a title no space need be between.
const BRACKETED = new RegExp(`^${LABEL}|\\s${LABEL}(?:$|[\\s:.,–—-])|${LABEL}$`, "iu");
// Nothing else is left of the title.
const ALONE = new RegExp(`^(?:talk |session |event )?(?:${WORD})[.!]*$`, "iu");
// "CANCELLED: A talk", "Cancelled - A talk", "A talk - CANCELLED, replaced by another", "A talk | cancelled".
const AT_THE_START = new RegExp(`^(?:talk |session |event )?(?:${WORD})\\s*(?::|!|\\s[–—|/-])\\s*\\S`, "iu");
const AT_THE_END = new RegExp(
	`\\S\\s*(?:\\s[–—|/-]|[:!])\\s*(?:talk |session |event )?(?:${WORD})\\s*(?:$|[!.]+$|[,;:(]|[–—-]\\s)`,
	"iu",
);
// "CANCELLED A talk", in capitals in a title that is not.
const SHOUTED = new RegExp(`^(?:${WORD.toUpperCase()})\\s|\\s(?:${WORD.toUpperCase()})$`, "u");

/**
 * Whether a talk's title says that it does not take place: the word as a label, in brackets, set off at the start or the
 * end, or in capitals there; not where a title is about cancelling, or says that the talk stands in for a cancelled one.
 */
export function titleSaysCancelled(title: string): boolean {
	if (ALONE.test(title) || BRACKETED.test(title) || AT_THE_END.test(title)) return true;
	if (AT_THE_START.test(title)) return isLabel(title);
	return SHOUTED.test(title) && title !== title.toUpperCase();
}

// "Cancelled: a memoir of a project" is a title; as a label the word is in capitals, or what follows is a title of its own.
function isLabel(title: string): boolean {
	const [, word = "", rest = ""] = /^([^:!–—|/-]+?)\s*(?::|!|\s[–—|/-])\s*(.*)$/u.exec(title) ?? [];
	return word === word.toUpperCase() || !/^(?:an?|the|how|why|when|what|on|or) /i.test(rest);
}
