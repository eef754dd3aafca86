import { existsSync } from "node:fs";
import { inRoot } from "./root.mjs";

/** Reads the files that Next reads too, so that what they say holds for set-up and for the app. What is set stays. */
export function loadEnvironment() {
	for (const name of [".env.local", ".env"]) {
		if (existsSync(inRoot(name))) process.loadEnvFile(inRoot(name));
	}
}
