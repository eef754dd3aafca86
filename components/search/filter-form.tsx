import { Search, SlidersHorizontal } from "lucide";
import { Icon } from "@/components/ui/icon";
import { Sheet } from "@/components/ui/popover";
import { listActiveFilters, MARK_PARAMS, toFilterParams } from "@/lib/search/filter";
import type { MarkFilter, TalkFilter, TalkIndex } from "@/lib/search/types";
import * as paths from "@/lib/urls/paths";
import { asNamed, CheckboxField, Choice, hiddenParams, SpeakerField } from "./filter-fields";
import { FILTER_LABELS } from "./filter-labels";

type Props = {
	conference: string;
	index: TalkIndex;
	filter: TalkFilter;
	/** Whether there is any to look in. */
	hasTranscripts: boolean;
};

const MARK_FILTERS = Object.keys(MARK_PARAMS) as MarkFilter[];

/** All filters of the list of talks. A plain form, so that it works without script; its state is the address. */
export function FilterForm({ conference, index, filter, hasTranscripts }: Props) {
	const speaker = filter.speakers.length === 1 ? filter.speakers[0] : undefined;
	const activeCount = listActiveFilters({ ...filter, query: "" }, index, FILTER_LABELS).length;
	return (
		<search className="mb-6 block print:hidden">
			<div className="mb-3 flex flex-wrap gap-2">
				<div className="search-line max-w-2xl">
					<label className="sr-only" htmlFor="filter-text">
						Text
					</label>
					<input
						// A field keeps what was typed; that of a new address is a new field.
						key={filter.query}
						id="filter-text"
						form="filter-form"
						className="field"
						type="search"
						name="q"
						maxLength={200}
						defaultValue={filter.query}
						placeholder="Title, speaker, track, abstract, your note…"
					/>
					<button className="button-primary" type="submit" form="filter-form">
						<Icon icon={Search} /> <span className="max-sm:sr-only">Apply</span>
					</button>
				</div>
				<button className="button lg:hidden" type="button" popoverTarget="filters">
					<Icon icon={SlidersHorizontal} /> Filters
					{activeCount > 0 && <span className="count">{activeCount}</span>}
				</button>
			</div>
			<Sheet id="filters">
				<form
					id="filter-form"
					method="get"
					action={paths.talks(conference)}
					className="grid grid-cols-2 items-end gap-3 lg:grid-cols-4"
				>
					<h2 className="col-span-2 text-xl font-bold lg:hidden">Filters</h2>
					<Choice
						label="Day"
						name="day"
						chosen={filter.days[0]}
						options={index.days.map((day) => ({ slug: day, name: FILTER_LABELS.day(day) }))}
					/>
					<Choice label="Track" name="track" chosen={filter.tracks[0]} options={index.tracks} />
					<Choice label="Room" name="room" chosen={filter.rooms[0]} options={index.rooms} />
					<SpeakerField chosen={speaker} speakers={index.speakers} />
					<Choice label="Type" name="type" chosen={filter.types[0]} options={index.types.map(asNamed)} />
					<Choice
						label="Language"
						name="language"
						chosen={filter.languages[0]}
						options={index.languages.map((language) => ({ slug: language, name: FILTER_LABELS.language(language) }))}
					/>
					<Choice
						label="Your mark"
						name="mark"
						chosen={filter.marks[0] && MARK_PARAMS[filter.marks[0]]}
						options={MARK_FILTERS.map((mark) => ({ slug: MARK_PARAMS[mark], name: FILTER_LABELS.mark[mark] }))}
					/>
					<div className="col-span-2 flex flex-wrap items-center gap-x-5">
						<CheckboxField label={FILTER_LABELS.recording} name="recording" isOn={filter.hasRecording} />
						<CheckboxField label={FILTER_LABELS.slides} name="slides" isOn={filter.hasSlides} />
						{(hasTranscripts || filter.inTranscripts) && (
							<CheckboxField label={FILTER_LABELS.transcripts} name="transcripts" isOn={filter.inTranscripts} />
						)}
					</div>
					{hiddenParams(toFilterParams(filter)).map(([name, value]) => (
						<input key={`${name} ${value}`} type="hidden" name={name} value={value} />
					))}
					<button className="button-primary col-span-2 lg:hidden" type="submit">
						Apply
					</button>
				</form>
			</Sheet>
		</search>
	);
}
