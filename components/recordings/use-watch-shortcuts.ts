"use client";

import { useEffect } from "react";
import { registerPageShortcuts } from "@/components/keyboard/page-shortcuts";
import { areShortcutsOff } from "@/components/keyboard/shortcuts-setting";
import type { WatchPlayer } from "@/components/player/watch-player";
import { addTakeaway, SKIP_SECONDS, stepSpeed, toggleFullScreen, togglePictureInPicture } from "./watch-actions";

const SHORTCUTS = [
	["k", "Play or pause, as Space"],
	["j", "10 seconds back, as ←"],
	["l", "10 seconds on, as →"],
	["f", "Full screen"],
	["i", "Picture in picture"],
	["< or >", "Slower, faster"],
	["0 to 9", "To that tenth of the recording"],
	["q", "Quote what is selected in the transcript"],
	["Alt+T", "A takeaway at the present time, also while you type"],
] as const;

/** Whoever is here types, or uses these keys for what has the focus. */
const TYPED_INTO = "input,textarea,select,[contenteditable],[role=menu],[role=listbox],[role=tablist],[role=slider]";
const ACTIVATED_BY_SPACE = "button,a,summary,[role=button]";

/** The keys of a page that plays something, before those of every page. */
export function useWatchShortcuts(player: WatchPlayer, talkId: number, isOn: boolean): void {
	useEffect(() => {
		if (!isOn) return;
		const unregister = registerPageShortcuts({ actions: {}, labels: SHORTCUTS });
		const listen = (event: KeyboardEvent) => {
			if (document.querySelector(":modal:not(:fullscreen),[role=dialog],[role=alertdialog]")) return;
			if (isTakeawayKey(event)) {
				event.preventDefault();
				if (!event.repeat) addTakeaway(player, talkId);
				return;
			}
			const action = actionFor(event, player);
			if (!action || areShortcutsOff()) return;
			event.preventDefault();
			action();
		};
		// Before the keys of every page, some of which are the same.
		document.addEventListener("keydown", listen, { capture: true });
		return () => {
			unregister();
			document.removeEventListener("keydown", listen, { capture: true });
		};
	}, [player, talkId, isOn]);
}

/** With Alt a Mac types †, whatever the key; the place of the key tells it then. */
function isTakeawayKey({ altKey, ctrlKey, metaKey, shiftKey, key, code }: KeyboardEvent): boolean {
	if (!altKey || ctrlKey || metaKey || shiftKey) return false;
	return /^[a-z]$/i.test(key) ? key.toLowerCase() === "t" : code === "KeyT";
}

function actionFor(event: KeyboardEvent, player: WatchPlayer): (() => void) | null {
	const { key, target, repeat, shiftKey } = event;
	if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return null;
	const element = target instanceof Element ? target : null;
	if (element?.closest(TYPED_INTO)) return null;
	const seek = (seconds: number) => () => player.skip(seconds);
	switch (key) {
		case "ArrowLeft":
			return shiftKey ? null : seek(-SKIP_SECONDS);
		case "ArrowRight":
			return shiftKey ? null : seek(SKIP_SECONDS);
		case " ":
			return repeat || shiftKey || element?.closest(ACTIVATED_BY_SPACE) ? null : () => player.playOrPause();
		case "<":
			return () => stepSpeed(player, -1);
		case ">":
			return () => stepSpeed(player, 1);
	}
	// The letters are never typed with Shift.
	if (shiftKey) return null;
	switch (key.toLowerCase()) {
		case "j":
			return seek(-SKIP_SECONDS);
		case "l":
			return seek(SKIP_SECONDS);
	}
	if (repeat) return null;
	switch (key.toLowerCase()) {
		case "k":
			return () => player.playOrPause();
		case "f":
			return () => void toggleFullScreen(player);
		case "i":
			return () => void togglePictureInPicture(player);
	}
	const duration = player.duration();
	return /^\d$/.test(key) && duration !== null ? () => player.seek((duration * Number(key)) / 10) : null;
}
