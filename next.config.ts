import type { NextConfig } from "next";

// The players that a talk's page may have in a frame, once the visitor asks for one; see lib/recordings/embeds.ts.
const players = ["https://www.youtube-nocookie.com", "https://player.vimeo.com", "https://media.ccc.de"];

// Kept pages are the same bytes for everyone, so their inline scripts cannot carry a nonce; but nothing is loaded from,
// sent to or framed by anybody else, recordings and their players aside: those stand wherever a schedule says. It is one
// policy for all pages, since going from one to another inside the app keeps the document, and the policy that it came with.
const contentSecurityPolicy = [
	"default-src 'self'",
	"script-src 'self' 'unsafe-inline'",
	"style-src 'self' 'unsafe-inline'",
	"img-src 'self' data:",
	"media-src 'self' https: http:",
	`frame-src ${players.join(" ")}`,
	"object-src 'none'",
	"base-uri 'self'",
	"form-action 'self'",
	"frame-ancestors 'none'",
].join("; ");

const framed = `(self ${players.map((player) => `"${player}"`).join(" ")})`;
const permissionsPolicy = [
	"camera=()",
	"microphone=()",
	"geolocation=()",
	`fullscreen=${framed}`,
	`picture-in-picture=${framed}`,
].join(", ");

const securityHeaders = [
	// Development evaluates code to reload it.
	...(process.env.NODE_ENV === "production" ? [{ key: "Content-Security-Policy", value: contentSecurityPolicy }] : []),
	{ key: "X-Content-Type-Options", value: "nosniff" },
	{ key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
	{ key: "X-Frame-Options", value: "DENY" },
	{ key: "Permissions-Policy", value: permissionsPolicy },
];

// A proxy may send requests on under another name than visitors know.
const knownHosts = process.env.APP_URL ? [new URL(process.env.APP_URL).host] : [];

const config: NextConfig = {
	// Where a component asks for it ("use memo"): rows of lists are drawn once, and what remembers them weighs more. With all
	// components a day's page of 554 talks has 2.2 kB more of script, 150.8 kB instead of 148.6, and 251.8 kB in all.
	reactCompiler: { compilationMode: "annotation" },
	agentRules: false,
	poweredByHeader: false,
	// `npm test` and `npm run check` do that, for tests and scripts too; a start need not wait for it.
	typescript: { ignoreBuildErrors: true },
	// A kept page is never served older than this many seconds: an import by another process shows within a minute.
	expireTime: 60,
	// Kept pages stay in memory: on disk they would outlive the server, and be served by the next one, whatever its database.
	experimental: { isrFlushToDisk: false, serverActions: { allowedOrigins: knownHosts } },
	cacheMaxMemorySize: 128 * 1024 * 1024,
	serverExternalPackages: [
		"satori",
		"@resvg/resvg-wasm",
		"better-sqlite3",
		"pg",
		"@prisma/adapter-better-sqlite3",
		"@prisma/adapter-pg",
	],
	async headers() {
		// Not with files of our own, which say nothing about anybody: each would weigh half a kilobyte more.
		return [
			{ source: "/((?!_next/static/|icon\\.svg|favicon\\.ico).*)", headers: securityHeaders },
			// Whoever knows a private address may read it, and what stands here wins over what its answers say.
			{ source: "/calendar/:token", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
			{ source: "/w/:path*", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
		];
	},
};

export default config;
