import type { Page } from "@playwright/test";

/** Of WCAG 2.5.5, and of 2.5.8 for what stands within a line of text. */
const MIN_SIZE = 44;
const MIN_SIZE_IN_TEXT = 24;

/**
 * Everything to be pressed that is smaller than a finger wants it, described. A box or dot to tick counts with its label; a
 * link of a navigation that stands in a line of text is let be as small as text is.
 */
export function smallTargets(page: Page): Promise<string[]> {
	return page.evaluate(
		({ least: minSize, leastInText: minSizeInText }) => {
			const selector = "button, input:not([type=hidden]), select, summary, nav a[href], [role=button], [role=tab]";
			return [...document.querySelectorAll<HTMLElement>(selector)].flatMap((element) => {
				const labels = element instanceof HTMLInputElement && /^(?:checkbox|radio|file)$/.test(element.type);
				const parts = [element, ...(labels ? [...(element.labels ?? [])] : [])];
				const boxes = parts.filter((part) => isSeen(part)).map((part) => part.getBoundingClientRect());
				if (boxes.length === 0) return [];
				const width = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
				const height = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
				const style = getComputedStyle(element);
				// The boxes of a line of text are lower than the line.
				const isInText = element.tagName === "A" && style.display === "inline";
				const isLarge = isInText
					? Number.parseFloat(style.lineHeight) >= minSizeInText
					: width > minSize - 0.5 && height > minSize - 0.5;
				if (isLarge || (!isInText && isHitAround(element))) return [];
				const name = element.getAttribute("aria-label") ?? (element.textContent?.trim() || element.outerHTML);
				return [`${element.tagName.toLowerCase()} “${name.slice(0, 60)}”: ${width.toFixed(0)} × ${height.toFixed(0)}`];
			});

			/** What is drawn small may still be hit beside what is drawn. */
			function isHitAround(element: HTMLElement): boolean {
				element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
				const { left, top, width, height } = element.getBoundingClientRect();
				const reach = minSize / 2 - 1;
				const [x, y] = [left + width / 2, top + height / 2];
				const around = [-reach, reach].flatMap((by) => [
					[x + by, y],
					[x, y + by],
				]);
				return around.every(([px = 0, py = 0]) => element.contains(document.elementFromPoint(px, py)));
			}

			function isSeen(element: HTMLElement): boolean {
				const { width, height } = element.getBoundingClientRect();
				const isVisible = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
				// What only screen readers find is a pixel.
				return isVisible && width > 1 && height > 1 && !element.closest("[inert]") && !element.matches(":disabled");
			}
		},
		{ least: MIN_SIZE, leastInText: MIN_SIZE_IN_TEXT },
	);
}
