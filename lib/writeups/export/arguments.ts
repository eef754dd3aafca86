import { parseArgs } from "node:util";
import { MARK_STATUSES } from "@/lib/marks/status";
import { isValue, SETTINGS } from "./settings-params";

export type ExportArguments = {
	/** Of the visitor; null where only help is asked for. */
	readonly email: string;
	/** As the export's address has them; see `prepareExport`. */
	readonly params: URLSearchParams;
	/** A file's path; null for standard output. */
	readonly out: string | null;
};

const STATUSES = MARK_STATUSES.map((status) => status.toLowerCase().replaceAll("_", "-"));

/** What a command line asks to be exported, `"help"`, or a sentence that says what cannot be meant. */
export function parseExportArguments(args: readonly string[]): ExportArguments | "help" | { readonly problem: string } {
	const parsed = parseOptions(args);
	if ("problem" in parsed) return parsed;
	const { values } = parsed;
	if (values.has("help")) return "help";
	const email = values.get("user");
	if (!email) return { problem: "Say whose talks: --user EMAIL." };
	if (values.has("conference") && values.has("writeup"))
		return { problem: "A write-up has its own talks: give either --conference or --writeup." };
	const params = new URLSearchParams();
	for (const name of ["conference", "writeup"]) {
		const value = values.get(name);
		if (value === "") return { problem: `--${name} is empty.` };
		if (value !== undefined) params.set(name, value);
	}
	const choices = [{ name: "include", values: ["marked"] }, ...SETTINGS];
	for (const { name, values: allowed } of choices) {
		const value = values.get(name);
		if (value === undefined) continue;
		if (!isValue(allowed, value)) return { problem: formatProblem(name, allowed) };
		params.set(name, value);
	}
	const statuses = values.get("status")?.split(",") ?? [];
	if (statuses.some((status) => !STATUSES.includes(status))) return { problem: formatProblem("status", STATUSES) };
	if (statuses.length > 0) params.set("status", statuses.join());
	const out = values.get("out");
	if (out === "") return { problem: "--out is empty." };
	return { email: email.trim().toLowerCase(), params, out: out === undefined || out === "-" ? null : out };
}

const NAMES = ["user", "conference", "writeup", "include", "status", "out", ...SETTINGS.map(({ name }) => name)];

function parseOptions(args: readonly string[]): { values: ReadonlyMap<string, string> } | { problem: string } {
	try {
		const options = Object.fromEntries(NAMES.map((name) => [name, { type: "string" as const }]));
		const { values } = parseArgs({ args: [...args], options: { ...options, help: { type: "boolean", short: "h" } } });
		return { values: new Map(Object.entries(values).map(([name, value]) => [name, String(value)])) };
	} catch (error) {
		const [sentence = ""] = error instanceof Error ? error.message.split(/\. |\n/) : [];
		return { problem: `${sentence.replace(/\.$/, "")}.` };
	}
}

function formatProblem(name: string, values: readonly string[] | null): string {
	if (values === null) return `--${name} is 1 to 200 characters.`;
	const [last = "", ...others] = values.toReversed();
	return others.length === 0
		? `--${name} can only be ${last}.`
		: `--${name} is ${others.reverse().join(", ")} or ${last}.`;
}
