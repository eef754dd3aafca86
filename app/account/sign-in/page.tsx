import type { Metadata } from "next";
import { AccountForm } from "@/components/accounts/account-form";
import { PageHead } from "@/components/ui/page-head";
import { signIn } from "@/lib/actions/accounts";
import * as paths from "@/lib/urls/paths";

export const metadata: Metadata = { title: "Sign in" };

export default function SignInPage() {
	return (
		<>
			<PageHead title="Sign in">
				<p className="mt-1 text-ink-soft">What you marked and wrote on this device comes along.</p>
			</PageHead>
			<AccountForm
				action={signIn}
				submit="Sign in"
				fields={[
					{ name: "email", label: "Email", type: "email", autoComplete: "email" },
					{ name: "password", label: "Password", type: "password", autoComplete: "current-password" },
				]}
			/>
			<p className="mt-6">
				New here?{" "}
				<a className="link" href="/account/sign-up">
					Sign up
				</a>
				, or just start marking talks: no account is needed.
			</p>
			<p className="mt-2">
				<a className="link" href={paths.accountData()}>
					Restore a backup
				</a>
				, or take along what you have.
			</p>
		</>
	);
}
