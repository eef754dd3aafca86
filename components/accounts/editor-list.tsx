import type { Editor } from "@/lib/accounts/editors/queries";

type Props = { editors: readonly Editor[]; disallow: (form: FormData) => Promise<void> };

/** Who may edit, and the button that ends it. */
export function EditorList({ editors, disallow }: Props) {
	return (
		<ul className="card max-w-xl divide-y divide-line">
			{editors.map(({ id, name, email, isAdministrator }) => (
				<li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 py-3">
					<div className="min-w-0 wrap-anywhere">
						<p className="truncate font-semibold">
							<bdi>{name}</bdi>
						</p>
						<p className="text-sm text-ink-soft">{email}</p>
					</div>
					{isAdministrator ? (
						<p className="text-sm text-ink-soft">Administrator</p>
					) : (
						<form action={disallow}>
							<input type="hidden" name="id" value={id} />
							<button className="button" type="submit" aria-label={`Disallow ${name}`}>
								Disallow
							</button>
						</form>
					)}
				</li>
			))}
		</ul>
	);
}
