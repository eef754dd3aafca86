import { expect, it } from "vitest";
import { titleSaysCancelled } from "./cancelled";

const CANCELLED = [
	"[CANCELED] Building with Nix",
	"(CANCELLED) Building with Nix",
	"(cancelled) Building with Nix",
	"CANCELLED: Building with Nix",
	"Cancelled: Building with Nix",
	"CANCELED - Building with Nix",
	"Canceled – Building with Nix",
	"CANCELLED! Building with Nix",
	"CANCELLED Building with Nix",
	"CANCELLED: A tale of two kernels",
	"Building with Nix - CANCELLED, replaced by another talk",
	"Building with Nix (CANCELLED)",
	"Building with Nix [cancelled]",
	"Building with Nix – cancelled",
	"Building with Nix: CANCELED",
	"Building with Nix CANCELLED",
	"*** CANCELLED *** Building with Nix",
	"[Talk cancelled] Building with Nix",
	"(CANCELLED: speaker is ill) Building with Nix",
	"Building with Nix (cancelled due to illness)",
	"[CANCELLED]Building with Nix",
	"Building with Nix(cancelled)",
	"【CANCELLED】Building with Nix",
	"CANCELLED",
	"Session cancelled",
	"ABGESAGT: Bauen mit Nix",
	"Bauen mit Nix (entfällt)",
	"[ANNULÉ] Construire avec Nix",
	"GEANNULEERD - Bouwen met Nix",
	"[Cancelado] Construir con Nix",
];

const TAKING_PLACE = [
	"Building with Nix",
	"Cancelling POSIX syscalls",
	"Building with Nix (TALK REPLACES CANCELLED TALK)",
	"Replaces the cancelled talk on Nix",
	"How I cancelled my subscription",
	"Cancelled: a memoir of a project",
	"Cancelled culture and open source",
	"Why was my job cancelled?",
	"Cancellation tokens in async Rust",
	"When requests get cancelled: context in Go",
	"The cancelled mission",
	"NOTHING IS CANCELLED HERE",
	"Uncancelled - a story",
	"Promise.all([cancelled]) and other surprises",
	"The isCancelled(cancelled: boolean) flag",
	"**cancelledAt** columns considered harmful",
];

it.each(CANCELLED)("takes %j for cancelled", (title) => {
	expect(titleSaysCancelled(title)).toBe(true);
});

it.each(TAKING_PLACE)("lets %j take place", (title) => {
	expect(titleSaysCancelled(title)).toBe(false);
});
