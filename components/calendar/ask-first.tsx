type ConfirmDetailsProps = { summary: string; message: string; button: string; action: () => Promise<void> };

/** Something that cannot be undone: opened first, then pressed. Needs no script. */
export function ConfirmDetails({ summary, message, button, action }: ConfirmDetailsProps) {
	return (
		<details className="card px-4">
			<summary className="py-2.5 font-medium hover:text-accent">{summary}</summary>
			<form action={action} className="pb-4">
				<p className="mb-3 max-w-prose text-ink-soft">{message}</p>
				<button className="button" type="submit">
					{button}
				</button>
			</form>
		</details>
	);
}
