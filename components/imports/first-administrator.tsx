/** What to do where nobody administers yet. */
export function FirstAdministrator() {
	return (
		<p>
			Nobody administers this shelf yet: whoever signs up first does, and imports conferences.{" "}
			<a className="link" href="/account/sign-up">
				Sign up
			</a>
		</p>
	);
}
