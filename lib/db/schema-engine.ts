import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import {
	bindMigrationAwareSqlAdapterFactory,
	type ErrorRegistry,
	type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

export type SchemaEngine = Awaited<ReturnType<typeof bindings.SchemaEngine.new>>;

type PanicRegistry = { message: string; set_message(message: string): void };

/** The engine's own message of a panic reaches JavaScript through a global of this name only. */
const panics: PanicRegistry = {
	message: "",
	set_message(message) {
		this.message = message;
	},
};
Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics });

// The bindings belong to one instance, and break with a second. On the global object, since development reloads this
// module and not the bindings.
const globalStore = globalThis as { talkshelfSchemaEngine?: Promise<void> };

async function instantiate(): Promise<void> {
	// The package's main file imports the .wasm as a module, which Node does not do: it is loaded by hand instead.
	const require = createRequire(import.meta.url);
	const folder = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/schema_engine_bg\.js$/, "");
	const { instance } = await WebAssembly.instantiate(await readFile(`${folder}schema_engine_bg.wasm`), {
		"./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
	});
	bindings.__wbg_set_wasm(instance.exports);
	(instance.exports.__wbindgen_start as () => void)();
}

/**
 * Runs `work` with Prisma's schema engine, which Prisma's own command would download as a binary, as WebAssembly.
 * The engine holds a database for itself alone until `work` is done. Rejects with the engine's own sentence.
 */
export async function withSchemaEngine<Result>(
	adapterFactory: SqlMigrationAwareDriverAdapterFactory,
	work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
	globalStore.talkshelfSchemaEngine ??= instantiate();
	await globalStore.talkshelfSchemaEngine;
	const bound = bindMigrationAwareSqlAdapterFactory(adapterFactory);
	let engine: SchemaEngine | undefined;
	try {
		engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, bound);
		return await work(engine);
	} catch (error) {
		throw new Error(toErrorMessage(error, bound.errorRegistry), { cause: error });
	} finally {
		engine?.free();
	}
}

function toErrorMessage(error: unknown, registry: ErrorRegistry): string {
	const message = panics.message || getMessage(error);
	// What the connection itself threw is kept aside, under a number that the engine repeats.
	const number = /External error id#(\d+)/.exec(message)?.[1];
	const thrown = number === undefined ? undefined : registry.consumeError(Number(number));
	return thrown ? getMessage(thrown.error) : message;
}

function getMessage(error: unknown): string {
	return typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
}
