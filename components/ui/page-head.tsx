import type { ReactNode } from "react";

type Crumb = { readonly name: string; readonly href: string };

type Props = { crumbs?: readonly Crumb[]; title: string; children?: ReactNode };

/** The top of a page: where it stands, what it is, and below that a line or two of what to know first. */
export function PageHead({ crumbs = [], title, children }: Props) {
	return (
		<header className="mb-6 wrap-anywhere">
			{crumbs.length > 0 && (
				<nav aria-label="Breadcrumbs">
					<ol className="mb-1 flex flex-wrap gap-x-2 text-sm leading-6 text-ink-soft">
						{crumbs.map((crumb) => (
							<li
								key={crumb.href}
								className="after:ml-2 after:text-line-strong after:content-['/'] last:after:content-none"
							>
								<a className="no-underline hover:underline" href={crumb.href}>
									{crumb.name}
								</a>
							</li>
						))}
					</ol>
				</nav>
			)}
			<h1 className="text-2xl font-bold text-balance sm:text-3xl">{title}</h1>
			{children}
		</header>
	);
}
