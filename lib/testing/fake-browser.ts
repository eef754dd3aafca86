import { AsyncLocalStorage, AsyncResource } from "node:async_hooks";
import { vi } from "vitest";

/** A request as the server gets it. */
export type Sent = {
	readonly method: string;
	readonly url: string;
	/** Parsed JSON; `undefined` where there is none. */
	readonly body: unknown;
	/** Whether it outlives its page. */
	readonly keepalive: boolean;
};

/** What becomes of a request on its way. A `Response` is somebody else's answer, which the server knows nothing of. */
export type Fate = "arrives" | "is lost" | "its answer is lost" | "is never answered" | Response;

/** A sign-in page of a hotel's network, in place of what was asked for. */
export const portal = () => new Response("<h1>Welcome to the hotel</h1>", { headers: { "Content-Type": "text/html" } });

export const failure = (status: number) => Response.json({ message: `Failed with ${status}.` }, { status });

/** Milliseconds that a request takes to the server, and its answer back. */
const LATENCY = 10;

/**
 * As browsers have it: what is stored is listed among the object's own keys, its methods are not. `onSet` is called before
 * something is stored, and `onChange` after something changed.
 */
export function memoryStorage(
	onSet: () => void = () => {},
	onChange: (key: string, newValue: string | null, oldValue: string | null) => void = () => {},
): Storage {
	const change = (key: string, value: string | null) => {
		const before = entries[key] ?? null;
		if (value === null) Reflect.deleteProperty(entries, key);
		else entries[key] = value;
		if (before !== value) onChange(key, value, before);
	};
	const entries: Record<string, string> = Object.create({
		getItem: (key: string) => entries[key] ?? null,
		setItem: (key: string, value: string) => {
			onSet();
			change(key, value);
		},
		removeItem: (key: string) => change(key, null),
	});
	return entries as unknown as Storage;
}

/** Whose code is running: also after an answer, a pause or a lock that it waited for. */
const running = new AsyncLocalStorage<Tab>();

/**
 * A browser for tests of what runs in one, with a server that the test brings: tabs, storage, events, locks, network and
 * a clock that goes only where `pass` says so. Call `close` after each test.
 */
export class FakeBrowser {
	/** `full` takes nothing new; where access is `denied`, as in some private windows, touching it throws. */
	storage: "works" | "full" | "denied" = "works";
	hasLocks = true;
	/** What becomes of the next writes, one after the other; then of all others. */
	readonly nextFates: Fate[] = [];
	fate: (sent: Sent) => Fate = () => "arrives";
	/** All that was sent while there was a network, whatever became of it. */
	readonly sent: Sent[] = [];
	readonly localStorage = this.newDevice();
	readonly #server: (sent: Sent) => Response;
	readonly #tabs: Tab[] = [];
	readonly #locks = new Map<string, Promise<unknown>>();
	readonly #replaced = new Map<string, PropertyDescriptor | undefined>();
	#isOnline = true;

	constructor(server: (sent: Sent) => Response) {
		this.#server = server;
		vi.useFakeTimers({ now: new Date("2026-03-01T12:00:00Z") });
		const setTimer = globalThis.setTimeout;
		const later = (work: () => void, ms?: number) => {
			const tab = running.getStore();
			return setTimer(
				AsyncResource.bind(() => {
					if (!tab?.isClosed) work();
				}),
				ms,
			);
		};
		vi.stubGlobal("setTimeout", later);
		vi.stubGlobal("requestAnimationFrame", (paint: () => void) => later(paint, 16));
		vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
			const controller = new AbortController();
			setTimer(() => controller.abort(new DOMException("Timed out.", "TimeoutError")), ms);
			return controller.signal;
		});
		vi.stubGlobal("fetch", (url: string, init?: RequestInit) => this.#fetch(url, init));
		this.#define("navigator", () => (this.hasLocks ? { locks: { request: this.#lock } } : {}));
		this.#define("window", (tab) => tab.window);
		this.#define("document", (tab) => tab.document);
		this.#define("localStorage", (tab) => this.#allowed(tab.localStorage));
		this.#define("sessionStorage", (tab) => this.#allowed(tab.sessionStorage));
	}

	/** Puts all back, so that nothing goes on. */
	close(): void {
		for (const tab of this.#tabs) tab.isClosed = true;
		for (const [name, before] of this.#replaced) {
			if (before) Object.defineProperty(globalThis, name, before);
			else Reflect.deleteProperty(globalThis, name);
		}
		vi.unstubAllGlobals();
		vi.restoreAllMocks();
		vi.useRealTimers();
	}

	openTab(stored: Partial<Pick<Tab, "localStorage" | "sessionStorage">> = {}): Tab {
		const sessionStorage = memoryStorage(() => this.#refuseIfFull());
		const tab = new Tab(this, { localStorage: this.localStorage, ...stored, sessionStorage });
		Object.assign(sessionStorage, stored.sessionStorage);
		this.#tabs.push(tab);
		return tab;
	}

	/** The storage of another device: tabs that are opened with it share nothing with others but the server. */
	newDevice(): Storage {
		const storage: Storage = memoryStorage(
			() => this.#refuseIfFull(),
			(...change) => this.#tellOtherTabs(storage, change),
		);
		return storage;
	}

	/** Lets time pass, and all that happens meanwhile happen. */
	async pass(ms: number): Promise<void> {
		await vi.advanceTimersByTimeAsync(ms);
	}

	goOffline(): void {
		this.#isOnline = false;
	}

	goOnline(): void {
		this.#isOnline = true;
		for (const tab of this.#tabs) tab.fire("window", "online");
	}

	/** What was sent to change something, to addresses that end so. */
	writesTo(end: string): Sent[] {
		return this.sent.filter(({ method, url }) => method !== "GET" && url.endsWith(end));
	}

	#refuseIfFull(): void {
		if (this.storage === "full") throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
	}

	get #tab(): Tab {
		const tab = running.getStore();
		if (!tab) throw new Error("This has to run in a tab.");
		return tab;
	}

	/** What a page finds under `name`; there is nothing of it outside of pages. */
	#define(name: string, get: (tab: Tab) => unknown): void {
		this.#replaced.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
		const ofPage = () => {
			const tab = running.getStore();
			return tab && get(tab);
		};
		Object.defineProperty(globalThis, name, { configurable: true, get: ofPage });
	}

	#allowed(area: Storage): Storage {
		if (this.storage === "denied") throw new DOMException("Access is denied.", "SecurityError");
		return area;
	}

	#tellOtherTabs(of: Storage, [key, newValue, oldValue]: readonly [string, string | null, string | null]): void {
		const from = running.getStore();
		for (const tab of this.#tabs) {
			if (tab === from || tab.isClosed || tab.localStorage !== of) continue;
			const event = Object.assign(new Event("storage"), { key, newValue, oldValue });
			tab.run(() => setTimeout(() => tab.window.dispatchEvent(event)));
		}
	}

	/** Whoever closes a tab lets go of its locks. */
	readonly #lock = <Result>(name: string, work: () => Promise<Result>): Promise<Result | undefined> => {
		const tab = this.#tab;
		const before = this.#locks.get(name) ?? Promise.resolve();
		const turn = before.then(() => (tab.isClosed ? undefined : Promise.race([work(), tab.closed])));
		this.#locks.set(
			name,
			turn.catch(() => {}),
		);
		return turn;
	};

	async #fetch(url: string, init: RequestInit = {}): Promise<Response> {
		const tab = this.#tab;
		const { method = "GET", keepalive = false } = init;
		const sent = { method, url, keepalive, body: init.body && JSON.parse(String(init.body)) };
		const ofPage = (outcome: Promise<Response>) => outcome.finally(() => tab.isClosed && new Promise<never>(() => {}));
		return ofPage(this.#send(sent, tab, init.signal ?? null));
	}

	async #send(sent: Sent, tab: Tab, signal: AbortSignal | null): Promise<Response> {
		if (!this.#isOnline) throw new TypeError("Failed to fetch");
		this.sent.push(sent);
		const fate = (sent.method === "GET" ? undefined : this.nextFates.shift()) ?? this.fate(sent);
		await onTheWay();
		if (tab.isClosed && !sent.keepalive) return new Promise(() => {});
		if (fate instanceof Response) {
			await onTheWay();
			return fate.clone();
		}
		if (fate === "is lost") throw new TypeError("Failed to fetch");
		const answer = this.#server(sent);
		await onTheWay();
		if (fate === "its answer is lost") throw new TypeError("Failed to fetch");
		if (fate === "arrives") return answer;
		return new Promise((_, reject) => {
			signal?.addEventListener("abort", () => reject(signal.reason));
		});
	}
}

/** Not the tab's own time: what is under way goes on without it. */
function onTheWay(): Promise<void> {
	return running.exit(() => new Promise((resolve) => setTimeout(resolve, LATENCY)));
}

/** A page of the browser, until it is left or loaded anew. */
export class Tab {
	readonly #browser: FakeBrowser;
	readonly localStorage: Storage;
	readonly sessionStorage: Storage;
	readonly window = Object.assign(new EventTarget(), { location: { pathname: "/" } });
	readonly document = Object.assign(new EventTarget(), { hidden: false, visibilityState: "visible" });
	#close = () => {};
	readonly closed = new Promise<undefined>((resolve) => {
		this.#close = () => resolve(undefined);
	});
	isClosed = false;

	constructor(browser: FakeBrowser, stored: Pick<Tab, "localStorage" | "sessionStorage">) {
		this.#browser = browser;
		this.localStorage = stored.localStorage;
		this.sessionStorage = stored.sessionStorage;
	}

	/** Runs something as the page's own script does. */
	run<Result>(work: () => Result): Result {
		return running.run(this, work);
	}

	/** The page's own copies of modules, which no other page shares. */
	load<Modules>(load: () => Promise<Modules>): Promise<Modules> {
		vi.resetModules();
		return this.run(load);
	}

	fire(target: "window" | "document", type: string): void {
		if (!this.isClosed) this.run(() => this[target].dispatchEvent(new Event(type)));
	}

	hide(): void {
		Object.assign(this.document, { hidden: true, visibilityState: "hidden" });
		this.fire("document", "visibilitychange");
	}

	show(): void {
		Object.assign(this.document, { hidden: false, visibilityState: "visible" });
		this.fire("document", "visibilitychange");
		this.fire("window", "focus");
	}

	/** Leaves the page: nothing of it happens any more, but for what it sent to outlive it. */
	close(): void {
		this.hide();
		this.fire("window", "pagehide");
		this.isClosed = true;
		this.#close();
	}

	/** Ends the page at once, as a crash does. */
	crash(): void {
		this.isClosed = true;
		this.#close();
	}

	/** Leaves the page for another of the same tab. */
	reload(): Tab {
		this.close();
		return this.#browser.openTab(this);
	}
}
