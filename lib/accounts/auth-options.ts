import type { BetterAuthOptions } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError, createAuthMiddleware, getIP } from "better-auth/api";
import { nextCookies } from "better-auth/next-js";
import { anonymous } from "better-auth/plugins";
import { type Db, providerOfClient } from "@/lib/db/client";
import { baseUrl, listOwnOrigins } from "@/lib/http/origin";
import { ensureAdministrator } from "./administrator";
import { mergeVisitors } from "./merge-visitors";
import { isRateLimited, sharedAttempts } from "./rate-limiter";
import { nameSchema } from "./schema";
import { loadAuthSecret } from "./secret";
import { ROLES } from "./types";

const DAY_IN_SECONDS = 86_400;

// 400 days is the longest that browsers keep a cookie: a guest has nothing else to come back with.
const SESSION_DAYS = 400;

const signInLimiter = sharedAttempts("sign-ins");

// New guests by network: an IPv4 address, or 64 bits of an IPv6 one. A hall of hundreds may be behind one of them, and all
// start when the opening talk does; nobody else makes sixty visitors in a minute, and a database full of empty ones is
// somebody's script.
const newGuests = [
	sharedAttempts("guests a minute", 60, 60_000),
	sharedAttempts("guests an hour", 300, 3_600_000),
	sharedAttempts("guests a day", 2_000, DAY_IN_SECONDS * 1000),
];

/** The rules are few, and each has its counters. */
function consume(key: string, { window, max }: { readonly window: number; readonly max: number }) {
	const requests = sharedAttempts(`${max} requests in ${window} s`, max, window * 1000);
	return { allowed: requests.allow(key, Date.now()), retryAfter: window };
}

export const TOO_MANY_GUESTS = "Many people started here from your network just now. Try again in a few minutes.";

/** What is written of an account; throws where a name cannot be shown, or there is a picture, which would be somebody else's. */
function checkUser<Written extends { readonly name?: unknown; readonly image?: unknown }>(user: Written): Written {
	if (user.image) throw new APIError("BAD_REQUEST", { message: "Accounts have no picture." });
	if (user.name === undefined) return user;
	const name = nameSchema.safeParse(user.name);
	if (name.success) return { ...user, name: name.data };
	throw new APIError("BAD_REQUEST", { message: name.error.issues[0]?.message });
}

/** How better-auth keeps accounts in a database. */
export const createAuthOptions = (db: Db) =>
	({
		appName: "Talkshelf",
		secret: loadAuthSecret(),
		baseURL: baseUrl,
		trustedOrigins: (request) => (request ? listOwnOrigins(request.headers) : []),
		database: prismaAdapter(db, { provider: providerOfClient(db) }),
		emailAndPassword: { enabled: true, minPasswordLength: 8, maxPasswordLength: 128 },
		user: {
			// Never taken from what a form sends.
			additionalFields: { role: { type: [...ROLES], required: false, defaultValue: "VISITOR", input: false } },
		},
		// Whichever endpoint it is that writes: there are several, and updates bring more of them.
		databaseHooks: {
			user: {
				create: { before: async (user) => ({ data: checkUser(user) }) },
				update: { before: async (user) => ({ data: checkUser(user) }) },
			},
		},
		session: { expiresIn: SESSION_DAYS * DAY_IN_SECONDS, updateAge: DAY_IN_SECONDS },
		rateLimit: {
			enabled: isRateLimited,
			// Its own forgets whom it counted first once somebody asks for enough paths that are not there.
			customStorage: { consume: async (key, rule) => consume(key, rule) },
			// By network address, and a whole conference may share one.
			customRules: {
				"/sign-in/email": { window: 60, max: 60 },
				"/sign-up/email": { window: 60, max: 60 },
			},
		},
		hooks: {
			// Whoever asks: a request from outside, or the app itself, for somebody's first mark.
			before: createAuthMiddleware(async ({ path, body, headers, context }) => {
				if (!isRateLimited) return;
				if (path === "/sign-in/email" && typeof body?.email === "string") {
					if (signInLimiter.allow(body.email.trim().toLowerCase(), Date.now())) return;
					throw new APIError("TOO_MANY_REQUESTS", { message: "Too many attempts." });
				}
				if (path === "/sign-in/anonymous") {
					const network = (headers && getIP(headers, context.options)) ?? "";
					if (newGuests.every((bound) => bound.allow(network, Date.now()))) return;
					throw new APIError("TOO_MANY_REQUESTS", { message: TOO_MANY_GUESTS });
				}
			}),
			// On signing in too: there may be accounts from before anybody administered.
			after: createAuthMiddleware(async ({ context }) => {
				const signedInUser = context.newSession?.user as { readonly isAnonymous?: boolean | null } | undefined;
				if (signedInUser && !signedInUser.isAnonymous) await ensureAdministrator(db);
			}),
		},
		advanced: {
			cookiePrefix: "talkshelf",
			// Not better-auth's own switch, which renames the cookie: whoever sets APP_URL later would lose every guest.
			useSecureCookies: false,
			defaultCookieAttributes: { secure: baseUrl.startsWith("https://") },
		},
		telemetry: { enabled: false },
		plugins: [
			anonymous({
				generateName: () => "Guest",
				// The merge does it, in the transaction that empties the guest.
				disableDeleteAnonymousUser: true,
				onLinkAccount: async ({ anonymousUser, newUser }) => {
					await mergeVisitors(db, { fromUserId: anonymousUser.user.id, toUserId: newUser.user.id });
				},
			}),
			// Last: it hands the cookies that the others set to Next.
			nextCookies(),
		],
	}) satisfies BetterAuthOptions;
