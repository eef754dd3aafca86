/** What a guest has to know of a private address. */
export function GuestNotice() {
	return (
		<p className="mb-3 max-w-prose text-ink-soft">
			You are a guest: the address lives as long as this browser knows you, and nobody can find it again after that.{" "}
			<a className="link" href="/account/sign-up">
				Sign up
			</a>{" "}
			and it stays the same.
		</p>
	);
}
