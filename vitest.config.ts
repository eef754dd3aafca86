import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// A zone that no developer, server or conference of ours is in, 5 h 45 min off UTC: a forgotten time zone shows.
process.env.TZ = "Asia/Kathmandu";

export default defineConfig({
	resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
	test: {
		environment: "node",
		env: { TZ: "Asia/Kathmandu" },
		include: ["{app,components,lib,scripts}/**/*.test.{ts,tsx}"],
		// Importing a real schedule of a thousand talks takes seconds.
		testTimeout: 30_000,
		hookTimeout: 60_000,
	},
});
