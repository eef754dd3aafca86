"use client";

import Link from "next/link";
import { useVisitor } from "./use-visitor";

/** Who is signed in, or the way in. Its place is kept while that is not known. */
export function AccountMenu() {
	const visitor = useVisitor();
	if (visitor === undefined) return <span className="account-menu" aria-hidden="true" />;
	if (visitor && !visitor.isGuest) {
		return (
			<Link className="account-menu nav-link" href="/account" prefetch={false}>
				{visitor.name}
			</Link>
		);
	}
	return (
		<Link className="account-menu nav-link" href={visitor ? "/account/sign-up" : "/account/sign-in"} prefetch={false}>
			{visitor ? "Keep it all" : "Sign in"}
		</Link>
	);
}
