import { talkTitles } from "./conference";
import { importXml } from "./imports";
import { expectMark, mark } from "./marks";
import { expect, test } from "./test";

type Person = { readonly id: number; readonly name: string };

/** A year of a conference with one talk for each speaker. */
function yearOf(year: number, host: string, people: readonly Person[]): string {
	const acronym = `${host.split(".")[0]}-${year}`;
	const events = people.map(
		({ id, name }) => `<event guid="${crypto.randomUUID()}"><date>${year}-05-03T10:00:00+02:00</date>
<duration>00:30</duration><slug>talk-${id}</slug><title>${name} in ${year} at ${host}</title><persons>
<person id="${id}">${name}</person></persons></event>`,
	);
	return `<schedule><conference><acronym>${acronym}</acronym><title>${acronym}</title><start>${year}-05-03</start>
<end>${year}-05-03</end><time_zone_name>Europe/Brussels</time_zone_name><base_url>https://${host}/${year}/</base_url>
</conference><day date="${year}-05-03"><room name="Quay">${events.join("")}</room></day></schedule>`;
}

test("shows what a speaker gave in other years, and apart what somebody of the same name did", async ({
	page,
	baseURL,
}) => {
	const host = `quay${crypto.randomUUID().slice(0, 8)}.example`;
	const other = `mole${crypto.randomUUID().slice(0, 8)}.example`;
	const acronym = host.split(".")[0];
	const url = baseURL ?? "";
	await importXml(
		url,
		yearOf(2001, host, [
			{ id: 1, name: "Nora M. Kühl" },
			{ id: 2, name: "Ib Sand" },
		]),
	);
	await importXml(
		url,
		yearOf(2002, host, [
			{ id: 1, name: "Nora Kuhl" },
			{ id: 2, name: "Pia Reed" },
		]),
	);
	await importXml(
		url,
		yearOf(2003, host, [
			{ id: 1, name: "Nora M. Kühl" },
			{ id: 9, name: "Ib Sand" },
		]),
	);
	await importXml(url, yearOf(2002, other, [{ id: 1, name: "Nora M. Kühl" }]));

	await page.goto(`/conferences/${acronym}-2003/speakers/nora-m-kuhl`);
	const same = page.getByRole("region", { name: "At other conferences" });
	const perhaps = page.getByRole("region", { name: "Also listed under this name" });
	await expect
		.poll(() => talkTitles(page))
		.toEqual([
			`Nora M. Kühl in 2003 at ${host}`,
			`Nora Kuhl in 2002 at ${host}`,
			`Nora M. Kühl in 2001 at ${host}`,
			`Nora M. Kühl in 2002 at ${other}`,
		]);
	await expect(same.getByRole("heading", { level: 3 })).toHaveText([`${acronym}-2002`, `${acronym}-2001`]);
	await expect(same.getByText("as Nora Kuhl")).toBeVisible();
	await expect(perhaps.getByText("it may be somebody else")).toBeVisible();

	const earlier = { title: `Nora M. Kühl in 2001 at ${host}` };
	await mark(page, earlier, "Watched");
	await page.reload();
	await expectMark(page, earlier, "Watched");
	await same.getByRole("link", { name: `${acronym}-2001` }).click();
	await expect(page).toHaveURL(`/conferences/${acronym}-2001/speakers/nora-m-kuhl`);
	await expectMark(page, earlier, "Watched");

	// The id of Ib was somebody else's a year later, and Ib has another since.
	await page.goto(`/conferences/${acronym}-2001/speakers/ib-sand`);
	await expect(perhaps.getByRole("heading", { level: 3 })).toHaveText([`${acronym}-2003`]);
	await expect(same).toHaveCount(0);
	await expect(page.getByText("Pia Reed")).toHaveCount(0);
});
