import { resolve } from "node:path";
import { parseArgs } from "node:util";

export const WIDTHS = [390, 768, 1280, 1920] as const;
export const SCHEMES = ["light", "dark"] as const;

export type Width = (typeof WIDTHS)[number];
type Scheme = (typeof SCHEMES)[number];

export type Options = {
	readonly folder: string;
	/** A schedule's file; none: the one that the benchmark takes. */
	readonly schedule: string | undefined;
	readonly only: RegExp;
	readonly widths: readonly Width[];
	readonly schemes: readonly Scheme[];
};

/** What the command line asks for; null where it cannot be understood. Paths are meant from where npm was called. */
export function readOptions(argv: readonly string[], baseFolder = process.env.INIT_CWD ?? "."): Options | null {
	try {
		const { values, positionals } = parseArgs({
			args: [...argv],
			options: {
				only: { type: "string", default: "" },
				schedule: { type: "string" },
				scheme: { type: "string" },
				width: { type: "string" },
			},
			allowPositionals: true,
		});
		const widths = WIDTHS.filter((width) => values.width === undefined || String(width) === values.width);
		const schemes = SCHEMES.filter((scheme) => values.scheme === undefined || scheme === values.scheme);
		const [folder = "screenshots", ...rest] = positionals;
		if (widths.length === 0 || schemes.length === 0 || rest.length > 0) return null;
		const only = new RegExp(values.only);
		return { folder: resolve(baseFolder, folder), schedule: values.schedule, only, widths, schemes };
	} catch {
		return null;
	}
}
