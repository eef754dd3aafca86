import { findUrls } from "../compile/find-links";
import { normalize } from "../compile/lines";
import { splitFrontMatter } from "./split-front-matter";

/** Where all links of a post lead, each address once, as it stands there. */
export function findPostUrls(markdown: string): string[] {
	return [...new Set(findUrls(splitFrontMatter(normalize(markdown)).body))];
}
