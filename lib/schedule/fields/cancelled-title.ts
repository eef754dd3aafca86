/**
 * The words for "cancelled" in the languages of the conferences: English in both spellings, German, Dutch, French, Spanish,
 * Italian, Portuguese, Polish, Czech, Swedish, Danish, Norwegian, Finnish, Romanian, Hungarian, Turkish, Russian, Ukrainian,
 * Chinese, Japanese and Korean.
 */
const WORD =
	"cancell?ed|withdrawn|called off|abgesagt|entf[äa]llt(?: leider| krankheitsbedingt)?|f[äa]llt (?:leider |krankheitsbedingt )?aus|ausgefallen|geannuleerd|vervallen|afgelast|annul[ée]e?s?|cancelad[oa]|annullat[oa]|anulad[oa]|odwo[łl]an[ye]|zru[šs]en[oaý]|inst[äa]lld|aflyst|avlyst|peruttu|peruutettu|anulat|elmarad|iptal edildi|отмен[её]н[ао]?|скасовано|已?取消|中止|취소";
const THING = "(?:talk|session|event|workshop|lecture|presentation|tutorial|panel|keynote|bof|meetup|vortrag) ";
// "Session cancelled", "this talk has been cancelled".
const SAID = `(?:(?:this )?${THING}(?:has been |was |is |had to be |wird |wurde |ist )?)?(?:${WORD})`;
const REASON = "\\s+(?:due to|because of|by|wegen|as) ";

// "[CANCELED]", "(Cancelled: speaker is ill)", "*** cancelled ***", "【CANCELLED】".
const LABEL = `[([{<【*_~!]+\\s*${SAID}(?:(?:\\s*[:,;–—-]\\s|${REASON})[^)\\]}>】]*)?\\s*[)\\]}>】*_~!]+`;
// At either end of a title no space need be between.
const BRACKETED = new RegExp(`^${LABEL}|\\s${LABEL}(?:$|[\\s:.,–—-])|${LABEL}$`, "iu");
// "The (cancelled) sequel".
const PARENTHESIS = new RegExp(`\\s\\((?:${WORD})\\)\\s+\\p{L}`, "iu");
// Nothing else is left of the title.
const ALONE = new RegExp(`^(?:${SAID}|(?:${WORD}) ${THING.trim()})[.!]*$`, "iu");
// "CANCELLED: A talk", "Cancelled - A talk", "Cancelled talk: A talk", "Cancelled (A talk)".
const AT_THE_START = new RegExp(
	`^(${SAID}(?:\\s*/\\s*\\p{L}+| ${THING.trim()})?)(?:\\s*(?:[:：!—]|\\s[–|/-]|[–-]\\s)\\s*(\\S.*)|\\s\\((.+)\\))$`,
	"iu",
);
// "A talk - CANCELLED, replaced by another", "A talk | cancelled", "A talk - cancelled due to illness".
const AT_THE_END = new RegExp(`\\S\\s*(?:\\s[–|/-]|[:：!—])\\s*${SAID}\\s*(?:$|[!.]+$|[,;:(]|[–—-]\\s|due to )`, "iu");
// "CANCELLED A talk", in capitals in a title that is not; "CANCELLED or FAILED" and "being CANCELLED" speak of it.
const SHOUT = WORD.toUpperCase();
const SHOUTED = new RegExp(
	`^(?:${SHOUT})[.\\s](?!\\s*(?:vs\\.?|versus|or|and|is|are)\\s)|(?<!\\b(?:being|been|was|were|is|are|be|get|got|not|never))\\s(?:${SHOUT})(?:$| due to )`,
	"u",
);
// "TALK REPLACES CANCELLED TALK", "replaces Another (cancelled)".
const REPLACES = new RegExp(
	`\\b(?:replac(?:es|ing|ement (?:for|of))|instead of|in place of|ersetzt|ersatz f[üu]r)\\b[^)\\]]*(?:${WORD})`,
	"iu",
);

/**
 * Whether a talk's title says that it does not take place: the word as a label, in brackets, set off at the start or the
 * end, or in capitals there; not where a title is about cancelling, or says that the talk stands in for a cancelled one.
 */
export function isCancelledTitle(title: string): boolean {
	if (REPLACES.test(title)) return false;
	// Labels are set between signs, and after other labels: "❌ CANCELLED ❌ A talk", "[Online] Cancelled: A talk".
	const starred = title.replace(/(?:\p{Extended_Pictographic}|\uFE0F)+/gu, "*");
	const bare = starred.replace(/^(?:[\s*]+|\[[^\]]*\])+|[\s*]+$/g, "");
	if (ALONE.test(bare) || AT_THE_END.test(bare)) return true;
	if (BRACKETED.test(starred) && !PARENTHESIS.test(starred)) return true;
	const [, word = "", rest = "", inBrackets = ""] = AT_THE_START.exec(bare) ?? [];
	if (word !== "") return isLabel(word, rest || inBrackets);
	return SHOUTED.test(bare) && bare !== bare.toUpperCase();
}

// "Cancelled: a memoir of a project" is a title; as a label the word is in capitals, or what follows is a title of its own.
const isLabel = (word: string, rest: string) =>
	word === word.toUpperCase() || !/^(?:an?|the|how|why|when|what|on|or) /i.test(rest);
