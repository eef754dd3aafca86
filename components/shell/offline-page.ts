/**
 * The page that stands where there is no network: a document of its own, since nothing else can be fetched for it. Its
 * colours are those of globals.css.
 */
export const OFFLINE_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Offline · Talkshelf</title>
<style>
:root { color-scheme: light dark; }
body { display: grid; min-height: 90vh; place-content: center; margin: 0 auto; max-width: 32rem; padding: 1rem;
	font: 1.0625rem/1.55 -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", system-ui, sans-serif;
	background: light-dark(oklch(0.985 0.004 85), oklch(0.185 0.012 265));
	color: light-dark(oklch(0.24 0.02 265), oklch(0.94 0.006 85)); }
h1 { margin: 0; font: bold 2rem/1.2 "Iowan Old Style", "Palatino Linotype", Palatino, P052, "Noto Serif", Georgia, serif; }
p { color: light-dark(oklch(0.46 0.018 265), oklch(0.73 0.014 265)); }
button { justify-self: start; min-height: 2.75rem; padding: 0 1rem; border: 0; border-radius: 0.5rem; font: inherit;
	font-weight: 500; cursor: pointer;
	background: light-dark(oklch(0.46 0.14 275), oklch(0.79 0.1 275));
	color: light-dark(oklch(1 0 0), oklch(0.19 0.04 275)); }
</style>
<main style="display: grid">
<h1>You are offline.</h1>
<p>This page is not here without a network. What you marked and wrote on pages that are still open is kept in this browser, and
sent once the network is back.</p>
<button type="button" onclick="location.reload()">Try again</button>
</main>
<script>
try { const theme = localStorage.getItem("talkshelf.theme"); if (theme) document.documentElement.style.colorScheme = theme } catch {}
addEventListener("online", () => location.reload());
</script>
</html>
`;
