"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Building2, FileText, type IconNode, MapPin, Mic, Presentation, Tag, Zap } from "lucide";
import { useEffect, useState } from "react";
import { navigateTo } from "@/components/keyboard/navigate";
import { Icon } from "@/components/ui/icon";
import { BACKDROP } from "@/components/ui/overlay";
import { renderInPortal } from "@/components/ui/render-in-portal";
import { readJson } from "@/components/visitor/api-client";
import type { PaletteItem } from "@/lib/palette/queries";
import { actionsFor, type PaletteAction, pagesFor } from "./palette-items";

const PAUSE_MS = 120;
const MAX_PAGES = 5;
const MAX_ACTIONS = 4;

const KINDS: Readonly<Record<Entry["kind"], { readonly label: string; readonly icon: IconNode }>> = {
	action: { label: "Action", icon: Zap },
	talk: { label: "Talk", icon: Presentation },
	speaker: { label: "Speaker", icon: Mic },
	track: { label: "Track", icon: Tag },
	room: { label: "Room", icon: MapPin },
	conference: { label: "Conference", icon: Building2 },
	page: { label: "Page", icon: FileText },
};

/** Opens the palette above the page, where it is not open already. */
export function openPalette(): void {
	if (document.querySelector("[data-palette]")) return;
	renderInPortal((close) => <Palette onClose={close} />);
}

type Entry = PaletteItem | PaletteAction;

function Palette({ onClose }: { onClose: () => void }) {
	const [isOpen, setIsOpen] = useState(true);
	const [query, setQuery] = useState("");
	const [conference] = useState(() => conferenceOf(window.location.pathname));
	const found = usePaletteSearch(query, conference);

	const isTyped = query.trim() !== "";
	const pages = pagesFor(query, conference);
	const items: Entry[] = isTyped
		? [...actionsFor(query).slice(0, MAX_ACTIONS), ...pages.slice(0, MAX_PAGES), ...(found.items ?? [])]
		: pages;

	const choose = (entry: Entry) => {
		setIsOpen(false);
		// Once the focus is back where it was, which an action may want elsewhere.
		if (entry.kind === "action") requestAnimationFrame(entry.run);
		else navigateTo(entry.href);
	};

	return (
		<Dialog.Root open={isOpen} onOpenChange={setIsOpen} onOpenChangeComplete={(open) => !open && onClose()}>
			<Dialog.Portal>
				<Dialog.Backdrop className={BACKDROP} />
				<Dialog.Popup
					className="fixed inset-x-0 top-[10dvh] z-50 mx-auto grid max-h-[75dvh] w-[min(40rem,calc(100vw-2rem))] grid-rows-[auto_minmax(0,1fr)_auto] rounded-card border border-line bg-surface text-ink shadow-overlay"
					data-palette
					aria-label="Go to"
				>
					<Autocomplete.Root
						inline
						open
						mode="none"
						autoHighlight="always"
						keepHighlight
						items={items}
						itemToStringValue={({ title }) => title}
						value={query}
						onValueChange={(value, { reason }) => reason !== "item-press" && setQuery(value)}
					>
						<Autocomplete.Input
							className="min-h-14 w-full rounded-t-card border-b border-line bg-transparent px-5 text-lg outline-none placeholder:text-ink-soft"
							type="search"
							aria-label="Talk, speaker, track, page or action"
							placeholder="Talk, speaker, track, page or action"
							spellCheck={false}
						/>
						<Autocomplete.List className="overflow-y-auto p-2" aria-label="Found">
							{(entry: Entry) => (
								<Autocomplete.Item
									className="flex min-h-11 cursor-pointer items-center gap-3 rounded-lg px-3 py-1.5 data-highlighted:bg-sunken data-highlighted:text-accent"
									key={`${entry.kind} ${"href" in entry ? entry.href : entry.title}`}
									value={entry}
									onClick={() => choose(entry)}
								>
									<Icon icon={KINDS[entry.kind].icon} className="text-ink-soft" />
									<span className="min-w-0">
										<span className="sr-only">{KINDS[entry.kind].label}: </span>
										<span className="block truncate">{entry.title}</span>
										{entry.about && <span className="block truncate text-sm text-ink-soft">{entry.about}</span>}
									</span>
								</Autocomplete.Item>
							)}
						</Autocomplete.List>
						<Autocomplete.Status className="px-5 pb-4 text-ink-soft empty:hidden">
							{statusOf(query, found, items.length)}
						</Autocomplete.Status>
					</Autocomplete.Root>
				</Dialog.Popup>
			</Dialog.Portal>
		</Dialog.Root>
	);
}

/** What the server found for which query; `items` are null where it does not answer. */
type Found = { readonly query: string; readonly items: readonly PaletteItem[] | null };

function usePaletteSearch(query: string, conference: string | null): Found {
	const [found, setFound] = useState<Found>({ query: "", items: [] });
	useEffect(() => {
		if (query.trim() === "") return;
		let isCurrent = true;
		const timer = setTimeout(async () => {
			const params = new URLSearchParams({ q: query, ...(conference && { in: conference }) });
			const response = await readJson(`/api/palette?${params}`);
			if (!isCurrent) return;
			setFound({ query, items: response?.status === 200 ? (response.body as { items: PaletteItem[] }).items : null });
		}, PAUSE_MS);
		return () => {
			isCurrent = false;
			clearTimeout(timer);
		};
	}, [query, conference]);
	return found;
}

function statusOf(query: string, found: Found, count: number): string {
	if (query.trim() === "" || found.query !== query) return "";
	if (found.items === null) return "The server does not answer.";
	return count === 0 ? "No results." : "";
}

function conferenceOf(pathname: string): string | null {
	const slug = /^\/conferences\/([^/]+)/.exec(pathname)?.[1];
	return slug && slug !== "new" ? decodeURIComponent(slug) : null;
}
