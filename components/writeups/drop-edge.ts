/** Of what can be dragged here (see drag-items.ts): it steps back meanwhile, and a bar is where another would be put. */
export const DROP_EDGE =
	"relative data-dragged:opacity-50 data-[edge=top]:before:absolute data-[edge=top]:before:inset-x-0 data-[edge=top]:before:-top-2.5 data-[edge=top]:before:h-1 data-[edge=top]:before:rounded-full data-[edge=top]:before:bg-accent data-[edge=bottom]:after:absolute data-[edge=bottom]:after:inset-x-0 data-[edge=bottom]:after:-bottom-2.5 data-[edge=bottom]:after:h-1 data-[edge=bottom]:after:rounded-full data-[edge=bottom]:after:bg-accent";
