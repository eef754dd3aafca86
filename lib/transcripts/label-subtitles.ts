import { detectLanguage, formatLanguage } from "./detect-language";

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
