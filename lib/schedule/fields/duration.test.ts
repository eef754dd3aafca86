import { expect, it } from "vitest";
import { parseDuration } from "./text";

it.each([
	["90", 90],
	["0:30", 30],
	["00:30", 30],
	["8:00", 480],
	["28:00", 1680],
	["120:30", 7230],
	[" 1:00 ", 60],
	["1:00:00", 1440],
	["2:03:30", 3090],
	["0:01:30", 90],
	["00:45:00", 45],
	["01:30:00", 90],
	["", null],
	["PT45M", null],
	["-5", null],
	["1:60", null],
	["1:00:60", null],
	["half an hour", null],
	["99999", null],
])("reads the duration %j as %j minutes", (text, minutes) => expect(parseDuration(text)).toBe(minutes));
