import { describe, expect, it } from "vitest";
import { classifyLink, type RawLink } from "./classify-link";

const link = (title: string, url: string) => classifyLink({ title, url, from: "link", type: "" });
const attachment = (title: string, file: string, type = "slides") =>
	classifyLink({
		title,
		url: `https://fosdem.org/2026/events/attachments/X/slides/1/${file}`,
		from: "attachment",
		type,
	});

// All of these stood in FOSDEM's schedules, titles as they are.
describe("linkKind", () => {
	it.each([
		["Video recording (AV1/WebM; preferred) - 44.2 MB", "https://video.fosdem.org/2026/janson/x.av1.webm"],
		["Video recording (MP4; for legacy systems) - 1.2 GB", "https://video.fosdem.org/2026/janson/x.mp4"],
		["Watch", "https://media.ccc.de/v/38c3-opening"],
		["Recording", "https://www.youtube.com/watch?v=AUrPdOZNsX8"],
		["Talk recording (YouTube)", "https://youtu.be/AUrPdOZNsX8"],
	])("takes %s at %s for a recording", (title, url) => expect(link(title, url)).toBe("RECORDING"));

	it.each([
		["midiMesh Video Demo", "https://www.youtube.com/shorts/djaUUPquI_E"],
		["Past Recording", "https://www.youtube.com/watch?v=uDY_EsE47sA&t=389s"],
		["CNCF Tag Network Recording (Full Demo)", "https://www.youtube.com/watch?v=G8gWVNBD5IA"],
		["Recording", "https://www.youtube.com/watch?v=AUrPdOZNsX8&t=1100"],
		[
			"The talk recording didn't work out to great, so here is more",
			"https://www.pickering.org/ai-presentation-agents/",
		],
		["Presentation on youtube", "https://www.youtube.com/watch?v=cXf31nFPo0U"],
		["Media", "https://media.ccc.de/"],
	])("takes %s at %s for no recording of the talk", (title, url) => expect(link(title, url)).toBe("OTHER"));

	it.each([
		["Slides", "https://docs.google.com/presentation/d/1rpq4OsOTpt8nQx/edit?usp=sharing"],
		["FOSDEM 2026 Streamlining signed artifacts", "https://docs.google.com/presentation/d/1Tmo8cGfQO/edit"],
		["Slices online", "https://www.slideshare.net/slideshow/from-har-to-opentelemetry/285877745"],
		["Slides Online", "https://speakerdeck.com/tjjh89017/fosdem-2026-stunmesh-go"],
		["PDF slides", "https://rootcommit.com/pub/conferences/2026/fosdem/orange-pi.pdf"],
		["The slides to be presented.", "https://neuroinformatics.dev/slides-movement-fosdem2026/#/title-slide"],
		["This talk's slide deck is formatted as a series of webpages", "https://axleos.com/compositor"],
		["Slides in Markdown", "https://codeberg.org/Venefilyn/slides/src/branch/main/slides/cockpit-passkey.md"],
		["Presentation", "https://www.hansenpartnership.com/Impress-Slides/FOSDEM-2026-Main/"],
		["Presentation (website)", "https://link.excalidraw.com/l/1adQ4LQYHvi/7pqADkaIG4F"],
		["Talk PDF", "https://gitlab.exherbo.org/sydbox/sydbox/-/blob/next/Syd-FOSDEM.pdf?ref_type=heads"],
		['Sildes "From Bookworm to Trixie"', "https://chema.pages.igalia.com/fosdem-2026/"],
	])("takes %s at %s for slides", (title, url) => expect(link(title, url)).toBe("SLIDES"));

	it.each([
		["Slides source", "https://codeberg.org/flypig/fosdem26-newpipe-sailpipe"],
		["slide source", "https://codeberg.org/g0hl1n/fosdem-2026"],
		["Talk repo & slides", "https://github.com/eGenix/egenix-advanced-match-parsing"],
		["Slides from my previous talks on Embedded Swift", "https://github.com/ebariaux/slides"],
		["Slides from the talk I conducted before", "https://docs.google.com/presentation/d/1w2I_gnTijOSul0SiI/edit"],
		["Presentation Repository", "https://github.com/igoragoli/fosdem-2026-software-performance/tree/main"],
		["raylib repo", "https://github.com/raysan5/raylib"],
		["Paper", "https://cris.vub.be/ws/portalfiles/portal/116156754/Jim_Bauwens_PhD_thesis.pdf"],
		["systemd User Records", "https://systemd.io/USER_RECORD"],
	])("takes %s at %s for no slides", (title, url) => expect(link(title, url)).toBe("OTHER"));

	it.each([
		["Talk slides", "2026-01-3_k4oppqv.pdf"],
		["Libreboot FOSDEM 2026 *slides*", "presentat_1eudwcf.odp"],
		["Slides PPT", "mshv_qem_ajvnidz.pptx"],
		["Presentation (HTML)", "slides-p_luhl499.html"],
		["Slides gslides", "fosde_Qg4O5Va.gslides"],
		["Slides (source ODP, with animations)", "rfl-overv_aefDn1Z.odp"],
		["Who should steer your open source projects? (slides)", "fosdem_20_ajix5zj.pdf"],
		["PURL", "purl_x.pdf"],
	])("believes that the attachment %s (%s) is slides", (title, file) => expect(attachment(title, file)).toBe("SLIDES"));

	it.each([
		["Demo Video", "fosdem202_q01opr5.mp4"],
		["Keycloak Demo Video", "keycloak_9hsjdgy.mov"],
		["Demo 1", "demo_1_-_fn7k3ry.gif"],
		["Slides Typst Sources", "fosdem_20_jnpyaeq.zip"],
		["Slides", "librepcb-_6olgrco.zip"],
		["slides & demo", "202601-fo_ckgn6gr.tgz"],
		["Software Bill of Materials (SBOM) of our main Docker image", "wp-bom_xn_fp9git2.yml"],
		["Full textual transcription of the content of the talk", "tenzu_fosd_nl03bxo.md"],
		["Speaker graphic - Arnaud Taffanel", "Fosdev_1_zg7ruvu.jpg"],
		["OwnTech Logo", "owntech_logo_etQBpxd.png"],
	])("does not believe that the attachment %s (%s) is slides", (title, file) =>
		expect(attachment(title, file)).toBe("OTHER"),
	);

	it("knows subtitles, chats and feedback", () => {
		const given: [string, string][] = [
			["Video recording subtitle file (VTT)", "https://video.fosdem.org/2026/janson/x.vtt"],
			[">> use this one: Fixed Video recording subtitle file (VTT)", "https://nextgraph.org/fosdem-2025.VTT"],
			["Chat room(web)", "https://chat.fosdem.org/#/room/#2026-main:fosdem.org"],
			["Chat room(app)", "https://matrix.to/#/#2026-main:fosdem.org?web-instance[element.io]=chat.fosdem.org"],
			["Delta Chat", "https://delta.chat"],
			["Submit Feedback", "https://pretalx.fosdem.org/fosdem-2026/talk/SFKNTZ/feedback/"],
		];
		expect(given.map(([title, url]) => link(title, url))).toEqual([
			"SUBTITLES",
			"SUBTITLES",
			"CHAT",
			"CHAT",
			"OTHER",
			"FEEDBACK",
		]);
	});

	it("believes the elements for recordings and feedback, and what else a schedule calls an attachment", () => {
		const given: RawLink[] = [
			{ title: "", url: "https://tube.example/v/1", from: "recording", type: "" },
			{ title: "", url: "https://talks.example/f/1", from: "feedback", type: "" },
			{ title: "Whitepaper", url: "https://talks.example/x.pdf", from: "attachment", type: "paper" },
			{ title: "Slides", url: "https://talks.example/x.pdf", from: "attachment", type: "" },
			{ title: "Mitschnitt", url: "https://talks.example/x", from: "link", type: "recording" },
		];
		expect(given.map(classifyLink)).toEqual(["RECORDING", "FEEDBACK", "OTHER", "SLIDES", "RECORDING"]);
	});
});
