import type { Metadata } from "next";
import { AccountForm } from "@/components/accounts/account-form";
import { PageHead } from "@/components/ui/page-head";
import { signUp } from "@/lib/actions/accounts";
import * as paths from "@/lib/urls/paths";

export const metadata: Metadata = { title: "Sign up" };

export default function SignUpPage() {
	return (
		<>
			<PageHead title="Sign up">
				<p className="mt-1 text-ink-soft">Everything you marked and wrote as a guest comes along.</p>
			</PageHead>
			<AccountForm
				action={signUp}
				submit="Sign up"
				fields={[
					{ name: "name", label: "Name", type: "text", autoComplete: "name" },
					{ name: "email", label: "Email", type: "email", autoComplete: "email" },
					{
						name: "password",
						label: "Password",
						type: "password",
						autoComplete: "new-password",
						hint: "At least 8 characters.",
					},
				]}
			/>
			<p className="mt-6">
				Signed up before?{" "}
				<a className="link" href="/account/sign-in">
					Sign in
				</a>
			</p>
			<p className="mt-2">
				<a className="link" href={paths.accountData()}>
					Back up, restore or delete what you have
				</a>{" "}
				without an account, too.
			</p>
		</>
	);
}
