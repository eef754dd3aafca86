import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";

type Options = {
	/** What the browser may complain about in this test; anything else that it complains about fails the test. */
	expectedProblems: RegExp | null;
};

type Fixtures = {
	/** A page of somebody else, or of the same person on another device: a browser context of its own. */
	newVisitor: (options?: BrowserContextOptions) => Promise<Page>;
};

/** Chromium's words for an answer above 399, which a test that provokes one has to expect. */
export const NOT_FOUND = /Failed to load resource.* 404/;

/** Chromium's words for a server that does not answer. */
export const NO_RESPONSE = /Failed to load resource: net::ERR_(?:FAILED|INTERNET_DISCONNECTED)/;

/** Playwright's test, in which every error, failed hydration and blocked resource of every page fails the test. */
export const test = base.extend<Options & Fixtures>({
	expectedProblems: [null, { option: true }],

	context: async ({ context, expectedProblems }, use) => {
		const problems = watch(context, expectedProblems);
		await use(context);
		expect(problems).toEqual([]);
	},

	newVisitor: async ({ browser, expectedProblems }, use) => {
		const contexts: BrowserContext[] = [];
		const problems: string[][] = [];
		await use(async (options) => {
			const context = await browser.newContext(options);
			contexts.push(context);
			problems.push(watch(context, expectedProblems));
			return context.newPage();
		});
		for (const context of contexts) await context.close();
		expect(problems.flat()).toEqual([]);
	},
});

/** Whoever points at a link and does not follow it has fetched its page's style ahead for nothing; Chromium says so. */
const FETCHED_AHEAD = /was preloaded using link preload but not used/;

/**
 * A change of a note or write-up whose answer went with its page, or of what was changed elsewhere, is answered with what
 * it is by now, and the page does the rest; Chromium calls it an error all the same.
 */
const NOTE_BY_NOW = /status of 409 \(Conflict\) \(\S+\/api\/(?:notes\/\d+|writeups\/[\w-]+)\)/;

/** Tests keep service workers out, and Playwright says so on the page. */
const NO_SERVICE_WORKER = /Service Worker registration blocked by Playwright/;

function watch(context: BrowserContext, expected: RegExp | null): string[] {
	const problems: string[] = [];
	const note = (problem: string) => {
		if (![expected, FETCHED_AHEAD, NOTE_BY_NOW, NO_SERVICE_WORKER].some((known) => known?.test(problem)))
			problems.push(problem);
	};
	context.on("console", (message) => {
		if (message.type() === "error" || message.type() === "warning") {
			note(`${message.type()} on ${message.page()?.url()}: ${message.text()} (${message.location().url})`);
		}
	});
	context.on("weberror", (error) => note(`thrown on ${error.page()?.url()}: ${error.error()}`));
	return problems;
}

export { expect };
