type Link = { readonly url: string; readonly title: string };

/** How a talk's subtitle files are told apart: by language, by title where that is unknown, numbered where that is not enough. */
export function labelSubtitles(
	links: readonly Link[],
	talkLanguage: string,
): { readonly url: string; readonly language: string; readonly label: string }[] {
	const named = links.map((link) => {
		const language = detectLanguage(link, talkLanguage);
		return { url: link.url, language, name: formatLanguage(language) || link.title || "Subtitles" };
	});
	return named.map(({ url, language, name }, index) => {
		const number = named.slice(0, index + 1).filter((other) => other.name === name).length;
		return { url, language, label: number === 1 ? name : `${name} ${number}` };
	});
}

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
export function detectLanguage(link: { readonly title: string; readonly url: string }, talkLanguage: string): string {
	return detectLanguageInTitle(link.title) || detectLanguageInUrl(link.url) || toCanonicalLanguage(talkLanguage);
}

/** "English" of "en"; "" of what is no language. */
function formatLanguage(language: string): string {
	try {
		return (language !== "" && IN_ENGLISH.of(language)) || "";
	} catch {
		return "";
	}
}

function detectLanguageInTitle(title: string): string {
	const words: readonly string[] = title.toLowerCase().match(/\p{L}+/gu) ?? [];
	const named = NAMED.find((code) => listLanguageNames(code).some((name) => words.includes(name)));
	const [, code = ""] = /[[(]([a-z]{2}(?:-[a-z]{2})?)[\])]/i.exec(title) ?? [];
	return named ?? toCanonicalLanguage(code);
}

/** In English and in the language itself. */
function listLanguageNames(code: string): string[] {
	const itself = new Intl.DisplayNames(code, { type: "language" }).of(code) ?? "";
	return [formatLanguage(code).toLowerCase(), itself.toLowerCase()];
}

/** Not after a hyphen: many titles of talks end with a short word. */
function detectLanguageInUrl(url: string): string {
	const [, code = ""] = /[._]([a-z]{2,3}(?:-[a-z]{2})?)\.(?:vtt|srt)(?:[?#]|$)/i.exec(url) ?? [];
	const [, langParam = ""] = /[?&](?:lang|language|locale|hl)=([a-z]{2,3}(?:-[a-z]{2,4})?)(?:[&#]|$)/i.exec(url) ?? [];
	return toCanonicalLanguage(code) || toCanonicalLanguage(langParam);
}

function toCanonicalLanguage(code: string): string {
	if (formatLanguage(code) === "") return "";
	return Intl.getCanonicalLocales(code)[0] ?? "";
}
