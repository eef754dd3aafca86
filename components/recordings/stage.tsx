import type { ReactNode } from "react";

/** Where a recording is seen. Half of the height is left to write in, on a phone with its keyboard open too. */
export const PICTURE = "aspect-video max-h-[45dvh] w-full bg-black lg:max-h-[46dvh]";

/** In the place of the picture: as high as it would be, or as its words need. */
export function InsteadOfPicture({ children }: { children: ReactNode }) {
	return (
		<div className="grid min-h-[min(45dvh,56.25cqi)] w-full place-content-center justify-items-center gap-3 rounded-lg border border-line bg-sunken p-4 text-center lg:min-h-[min(46dvh,56.25cqi)]">
			{children}
		</div>
	);
}
