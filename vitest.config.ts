import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// A zone that no developer, server or conference of ours is in, 5 h 45 min off UTC: a forgotten time zone shows.
process.env.TZ = "Asia/Kathmandu";

export default defineConfig({
	resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
	test: {
		environment: "node",
		// By itself Vitest leaves one core to others.
		maxWorkers: "100%",
		env: { TZ: "Asia/Kathmandu" },
		// set-up.ts sees to it that files share nothing.
		isolate: false,
		setupFiles: ["lib/testing/set-up.ts"],
		include: ["{app,components,lib,scripts}/**/*.test.{ts,tsx}"],
		// How long a test takes depends on the machine; what takes this long hangs.
		testTimeout: 120_000 * Math.max(1, Number(process.env.NEW_SEEDS || 1)),
		hookTimeout: 120_000,
	},
});
