import { NOTES_ORDERS, type NotesView, notesPath, type NotesOrder as Order } from "@/lib/notes/overview/view";

const LABELS: Readonly<Record<Order, string>> = {
	newest: "Newest first",
	conference: "By conference",
	topic: "By topic",
};

/** How the notes are put in order, each way an address of its own. */
export function NotesOrder({ view }: { view: NotesView }) {
	return (
		<nav aria-label="Order" className="flex flex-wrap items-center gap-x-1 text-sm">
			{NOTES_ORDERS.map((order) => (
				<a
					key={order}
					href={notesPath({ ...view, order })}
					aria-current={order === view.order ? "true" : undefined}
					className="inline-flex min-h-9 items-center rounded-md px-2 text-ink-soft no-underline hover:text-ink aria-[current=true]:bg-sunken aria-[current=true]:font-semibold aria-[current=true]:text-ink max-sm:min-h-11"
				>
					{LABELS[order]}
				</a>
			))}
		</nav>
	);
}
