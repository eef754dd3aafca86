"use client";

import { useVisitor } from "@/components/visitor/use-visitor";

/** Who is signed in, or the way in. Its place is kept while that is not known. */
export function AccountMenu() {
	const visitor = useVisitor();
	if (visitor === undefined) return <span className="account-menu" aria-hidden="true" />;
	if (visitor && !visitor.isGuest) {
		return (
			<a className="account-menu nav-link" href="/account">
				<bdi>{visitor.name}</bdi>
			</a>
		);
	}
	return (
		<a className="account-menu nav-link" href={visitor ? "/account/sign-up" : "/account/sign-in"}>
			{visitor ? "Sign up" : "Sign in"}
		</a>
	);
}
