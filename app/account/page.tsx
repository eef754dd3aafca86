import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { PageHead } from "@/components/ui/page-head";
import { SignOutForm } from "@/components/visitor/sign-out-form";
import { currentVisitor } from "@/lib/accounts/session";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
	const visitor = await currentVisitor(await headers(), { isPage: true });
	if (!visitor || visitor.isGuest) redirect("/account/sign-in");
	return (
		<>
			<PageHead title="Your account">
				<p className="mt-1 text-ink-soft">Signed in as {visitor.name}.</p>
			</PageHead>
			<SignOutForm />
		</>
	);
}
