import type { Metadata } from "next";
import { NamedList } from "@/components/schedule/named-list";
import { PageHead } from "@/components/ui/page-head";
import { db } from "@/lib/db/db";
import { listSpeakers } from "@/lib/talks/conferences";
import { getInitial } from "@/lib/talks/initial";
import type { Counted } from "@/lib/talks/types";
import { groupAdjacent } from "@/lib/time/talk-times";
import * as paths from "@/lib/urls/paths";
import { conferenceOr404 } from "../conference";

export const dynamic = "force-static";
export const revalidate = 30;
export const generateStaticParams = () => [];

type Props = PageProps<"/conferences/[conference]/speakers">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	return { title: `Speakers · ${(await conferenceOr404(params)).title}` };
}

export default async function SpeakersPage({ params }: Props) {
	const { id, slug, title } = await conferenceOr404(params);
	const speakers = await listSpeakers(db, id);
	return (
		<>
			<PageHead title="Speakers" crumbs={[{ name: title, href: paths.conference(slug) }]} />
			<ListByLetter items={speakers} path={(speaker) => paths.speaker(slug, speaker)} />
		</>
	);
}

type ListByLetterProps = { items: readonly Counted[]; path: (slug: string) => string };

/** Fewer are seen at a glance. */
const MIN_ITEMS = 60;

/** A long list of names, by the letters that they begin with. */
function ListByLetter({ items, path }: ListByLetterProps) {
	if (items.length < MIN_ITEMS) return <NamedList items={items} path={path} />;
	const letters = groupAdjacent(items, ({ name }) => getInitial(name));
	return (
		<>
			<nav aria-label="Letters" className="mb-6">
				<ul className="flex flex-wrap">
					{letters.map(({ key }) => (
						<li key={key}>
							<a
								className="inline-flex min-h-9 min-w-9 items-center justify-center rounded-md no-underline hover:bg-sunken hover:text-accent max-sm:min-h-11 max-sm:min-w-11"
								href={`#letter-${key}`}
							>
								{key}
							</a>
						</li>
					))}
				</ul>
			</nav>
			{letters.map(({ key, items }) => (
				<section key={key} aria-labelledby={`letter-${key}`} className="mb-6">
					<h2 id={`letter-${key}`} className="mb-1 font-display text-xl font-bold text-accent">
						{key}
					</h2>
					<NamedList items={items} path={path} />
				</section>
			))}
		</>
	);
}
