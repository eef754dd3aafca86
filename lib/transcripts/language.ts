const IN_ENGLISH = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** Those that talks are given and translated in; a title names no other. */
const NAMED = (
	"ar bg bn ca cs da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja ko lt lv mk nb nl nn no pl pt ro ru sk sl sq " +
	"sr sv ta th tr uk ur vi zh"
).split(" ");

/**
 * Of which language a subtitle file is, BCP 47: what its link's title says, else its name ("talk.de.vtt"), else that of the
 * talk; "" where none tells.
 */
export function languageOf(link: { readonly title: string; readonly url: string }, talkLanguage: string): string {
	return languageOfTitle(link.title) || languageOfName(link.url) || known(talkLanguage);
}

/** "English" of "en"; "" of what is no language. */
export function nameOfLanguage(language: string): string {
	try {
		return (language !== "" && IN_ENGLISH.of(language)) || "";
	} catch {
		return "";
	}
}

function languageOfTitle(title: string): string {
	const words: readonly string[] = title.toLowerCase().match(/\p{L}+/gu) ?? [];
	const named = NAMED.find((code) => namesOf(code).some((name) => words.includes(name)));
	const [, code = ""] = /[[(]([a-z]{2}(?:-[a-z]{2})?)[\])]/i.exec(title) ?? [];
	return named ?? known(code);
}

/** In English and in the language itself. */
function namesOf(code: string): string[] {
	const itself = new Intl.DisplayNames(code, { type: "language" }).of(code) ?? "";
	return [nameOfLanguage(code).toLowerCase(), itself.toLowerCase()];
}

/** Not after a hyphen: many titles of talks end with a short word. */
function languageOfName(url: string): string {
	const [, code = ""] = /[._]([a-z]{2,3}(?:-[a-z]{2})?)\.(?:vtt|srt)(?:[?#]|$)/i.exec(url) ?? [];
	const [, asked = ""] = /[?&](?:lang|language|locale|hl)=([a-z]{2,3}(?:-[a-z]{2,4})?)(?:[&#]|$)/i.exec(url) ?? [];
	return known(code) || known(asked);
}

function known(code: string): string {
	if (nameOfLanguage(code) === "") return "";
	return Intl.getCanonicalLocales(code)[0] ?? "";
}
