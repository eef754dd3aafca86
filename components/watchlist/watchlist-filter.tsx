import { Search, X } from "lucide";
import { asNamed, CheckboxField, Choice, hiddenParams, SpeakerField } from "@/components/search/filter-fields";
import { FILTER_LABELS } from "@/components/search/filter-labels";
import { Icon } from "@/components/ui/icon";
import { listActiveFilters } from "@/lib/search/filter";
import type { Named } from "@/lib/talks/types";
import * as paths from "@/lib/urls/paths";
import { arrangementParams } from "@/lib/watchlist/list/arrangement";
import {
	isFiltered,
	NO_WATCHLIST_FILTER,
	type WatchlistView,
	watchlistParams,
	watchlistPath,
} from "@/lib/watchlist/list/filter";
import { RATING_FILTERS, type WatchlistChoices, type WatchlistFilter } from "@/lib/watchlist/list/types";
import { RATING_LABELS } from "./watchlist-order";

type Props = {
	view: WatchlistView;
	choices: WatchlistChoices;
	/** Whether there is any to look in. */
	hasTranscripts: boolean;
};

/** More names than that weigh more than the list; a part of one is understood all the same. */
const MAX_SPEAKER_OPTIONS = 300;

/** All filters of the watchlist. A plain form, so that it works without script; its state is the address. */
export function WatchlistFilterForm({ view, choices, hasTranscripts }: Props) {
	const { filter, arrangement } = view;
	const { days, tracks, rooms, speakers, types, languages } = choices.talks;
	const speaker = filter.talks.speakers.length === 1 ? filter.talks.speakers[0] : undefined;
	return (
		<search>
			<details className="card mb-4" open={isFiltered(filter)}>
				<summary className="min-h-11 px-4 py-2.5 font-medium">Filter</summary>
				<form method="get" action={paths.watchlist()} className="grid grid-cols-2 gap-3 p-4 pt-1 lg:grid-cols-4">
					<label className="col-span-2">
						<span className="text-sm text-ink-soft">Text</span>
						<input
							key={filter.talks.query}
							className="field"
							type="search"
							name="q"
							maxLength={200}
							defaultValue={filter.talks.query}
							placeholder="Title, speaker, track, topic, abstract, your note…"
						/>
					</label>
					<Choice label="Conference" name="conference" chosen={filter.conferences[0]} options={choices.conferences} />
					<Choice
						label="Day"
						name="day"
						chosen={filter.talks.days[0]}
						options={days.map((day) => ({ slug: day, name: FILTER_LABELS.day(day) }))}
					/>
					<Choice label="Track" name="track" chosen={filter.talks.tracks[0]} options={tracks} />
					<Choice label="Room" name="room" chosen={filter.talks.rooms[0]} options={rooms} />
					<SpeakerField chosen={speaker} speakers={speakers} maxOptions={MAX_SPEAKER_OPTIONS} />
					<Choice label="Topic" name="topic" chosen={filter.topics[0]} options={choices.topics} />
					<Choice label="Type" name="type" chosen={filter.talks.types[0]} options={types.map(asNamed)} />
					<Choice
						label="Language"
						name="language"
						chosen={filter.talks.languages[0]}
						options={languages.map((language) => ({ slug: language, name: FILTER_LABELS.language(language) }))}
					/>
					<Choice
						label="Your rating"
						name="rating"
						chosen={filter.ratings[0]}
						options={RATING_FILTERS.map((rating) => ({ slug: rating, name: RATING_LABELS[rating] }))}
					/>
					<label>
						<span className="text-sm text-ink-soft">Shorter than (minutes)</span>
						<input
							key={filter.shorterThan}
							className="field"
							type="number"
							name="shorter"
							min={1}
							max={1440}
							inputMode="numeric"
							defaultValue={filter.shorterThan ?? ""}
							placeholder="Any length"
						/>
					</label>
					<div className="col-span-2 flex flex-wrap items-center gap-x-5 sm:self-end lg:col-span-3">
						<CheckboxField label="Recording available" name="recording" isOn={filter.talks.hasRecording} />
						<CheckboxField label={FILTER_LABELS.slides} name="slides" isOn={filter.talks.hasSlides} />
						{(hasTranscripts || filter.talks.inTranscripts) && (
							<CheckboxField label={FILTER_LABELS.transcripts} name="transcripts" isOn={filter.talks.inTranscripts} />
						)}
						<CheckboxField label="No takeaways yet" name="takeaways" value="none" isOn={filter.hasNoTakeaways} />
					</div>
					{[...hiddenParams(watchlistParams(filter), ["tab"]), ...arrangementParams(arrangement)].map(
						([name, value]) => (
							<input key={`${name} ${value}`} type="hidden" name={name} value={value} />
						),
					)}
					<button className="button-primary self-end max-lg:col-span-2" type="submit">
						<Icon icon={Search} /> Apply
					</button>
				</form>
			</details>
		</search>
	);
}

type WatchlistChipsProps = { view: WatchlistView; choices: WatchlistChoices };

/** What is filtered by, each with a way to be without it. */
export function WatchlistChips({ view, choices }: WatchlistChipsProps) {
	const active = activeOf(view.filter, choices);
	if (active.length === 0) return null;
	const hrefOf = (filter: WatchlistFilter) => watchlistPath({ ...view, filter, page: 1 });
	return (
		<ul className="mb-4 flex flex-wrap gap-2" aria-label="Filters in use">
			{active.map(({ label, without }) => (
				<li key={hrefOf(without)}>
					<a className="chip min-h-9 max-sm:min-h-11" href={hrefOf(without)} title={`Without ${label}`}>
						{label} <Icon icon={X} />
						<span className="sr-only">(remove this filter)</span>
					</a>
				</li>
			))}
			<li>
				<a className="chip min-h-9 max-sm:min-h-11" href={hrefOf({ ...NO_WATCHLIST_FILTER, tab: view.filter.tab })}>
					Clear all
				</a>
			</li>
		</ul>
	);
}

type Active = { readonly label: string; readonly without: WatchlistFilter };

function activeOf(filter: WatchlistFilter, choices: WatchlistChoices): Active[] {
	const ofTalks = listActiveFilters({ ...filter.talks, marks: [] }, { ...choices.talks, talks: [] }, FILTER_LABELS);
	const nameOf = (items: readonly Named[], slug: string) => items.find((item) => item.slug === slug)?.name ?? slug;
	const without = <Value,>(values: readonly Value[], value: Value) => values.filter((other) => other !== value);
	return [
		...ofTalks.map(({ label, without: { marks: _none, ...talks } }) => ({ label, without: { ...filter, talks } })),
		...filter.conferences.map((slug) => ({
			label: nameOf(choices.conferences, slug),
			without: { ...filter, conferences: without(filter.conferences, slug) },
		})),
		...filter.topics.map((slug) => ({
			label: nameOf(choices.topics, slug),
			without: { ...filter, topics: without(filter.topics, slug) },
		})),
		...filter.ratings.map((rating) => ({
			label: RATING_LABELS[rating],
			without: { ...filter, ratings: without(filter.ratings, rating) },
		})),
		...(filter.hasNoTakeaways ? [{ label: "No takeaways yet", without: { ...filter, hasNoTakeaways: false } }] : []),
		...(filter.shorterThan === null
			? []
			: [{ label: `Shorter than ${filter.shorterThan} min`, without: { ...filter, shorterThan: null } }]),
	];
}
