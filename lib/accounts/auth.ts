import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { nextCookies } from "better-auth/next-js";
import { anonymous } from "better-auth/plugins";
import { db } from "@/lib/db/db";
import { databaseUrl, providerOf } from "@/lib/db/provider";
import { mergeVisitors } from "./merge";
import { ownOrigins } from "./origin";
import { authSecret } from "./secret";

const DAY_IN_SECONDS = 86_400;

// 400 days is the longest that browsers keep a cookie: a guest has nothing else to come back with.
const SESSION_DAYS = 400;

// The address that visitors know. Requests are trusted by the host that they were sent to, whatever this says; but only
// where this says https is the session's cookie kept from plain http.
const baseUrl = process.env.BASE_URL || `http://localhost:${process.env.PORT || 3000}`;

export const auth = betterAuth({
	appName: "Talkshelf",
	secret: authSecret(),
	baseURL: baseUrl,
	trustedOrigins: (request) => (request ? ownOrigins(request.headers) : []),
	database: prismaAdapter(db, { provider: providerOf(databaseUrl()) }),
	emailAndPassword: { enabled: true, minPasswordLength: 8, maxPasswordLength: 128 },
	session: { expiresIn: SESSION_DAYS * DAY_IN_SECONDS, updateAge: DAY_IN_SECONDS },
	rateLimit: { enabled: process.env.NODE_ENV === "production" && process.env.RATE_LIMIT !== "off" },
	advanced: { cookiePrefix: "talkshelf", useSecureCookies: baseUrl.startsWith("https://") },
	telemetry: { enabled: false },
	plugins: [
		anonymous({
			generateName: () => "Guest",
			onLinkAccount: async ({ anonymousUser, newUser }) => {
				await mergeVisitors(db, { fromUserId: anonymousUser.user.id, toUserId: newUser.user.id });
			},
		}),
		// Last: it hands the cookies that the others set to Next.
		nextCookies(),
	],
});
