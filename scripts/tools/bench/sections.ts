import type { Browser } from "@playwright/test";
import type { BenchContext } from "./bench-context";
import { measureMarkClick } from "./mark-click";
import { measureNotes } from "./notes";
import { measurePhone } from "./phone";
import type { Table } from "./report";
import { measureScrolling } from "./scrolling";
import { measureServed } from "./served";
import { measureTranscript } from "./transcript";
import { measureWatchlist } from "./watchlist";
import { measureWire } from "./wire";
import { measureWriteUps } from "./write-ups";
import { measureWriting } from "./writing";

type Section = { readonly what: string } & (
	| { readonly measure: (setting: BenchContext) => Promise<Table> }
	| { readonly measureInBrowser: (setting: BenchContext, browser: Browser) => Promise<Table> }
);

/** What can be measured of the app as it is served, in the order in which it is; the import comes before. */
export const SECTIONS: Readonly<Record<string, Section>> = {
	wire: { what: "what moves over the wire", measureInBrowser: measureWire },
	phone: { what: "a phone's first visit", measureInBrowser: measurePhone },
	scrolling: { what: "scrolling a timetable", measureInBrowser: measureScrolling },
	press: { what: "presses on marks", measureInBrowser: measureMarkClick },
	served: { what: "how fast pages are served", measure: measureServed },
	writing: { what: "marks, notes and the export", measure: measureWriting },
	notes: { what: "a thousand notes, and searches over them", measure: measureNotes },
	transcript: { what: "the transcript of an hour", measureInBrowser: measureTranscript },
	writeups: { what: "long write-ups, a vault and the preview", measureInBrowser: measureWriteUps },
	watchlist: { what: "a long watchlist, and presses among two million marks", measure: measureWatchlist },
};
