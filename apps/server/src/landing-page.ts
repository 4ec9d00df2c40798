/**
 * What a browser gets at `/`: doors to the two apps, or, where there is no practice yet, the ways to make one.
 * Plain HTML without a script; everything from outside is escaped.
 */
export interface LandingPractice {
  readonly name: string;
  readonly connection: string;
  readonly demo: boolean;
}

const style = `
:root { color-scheme: light dark; --text: #1f2933; --soft: #52606d; --line: #d9e0e6; --ground: #f7f9fa; --card: #fff; --accent: #0b6b67 }
@media (prefers-color-scheme: dark) { :root { --text: #e6ebef; --soft: #a3b1bd; --line: #33414d; --ground: #12181d; --card: #1a2228; --accent: #5cc4be } }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.45 Inter, system-ui, sans-serif }
main { max-width: 60rem; margin: 0 auto; padding: 4rem 1.25rem }
h1 { font-size: 1.75rem; margin: 0 0 .25rem; overflow-wrap: anywhere } p { margin: .25rem 0 0; color: var(--soft) }
ul { list-style: none; margin: 2rem 0; padding: 0; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)) }
li, a.card { display: block; background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 1.25rem; color: inherit; text-decoration: none }
li:has(a.card) { padding: 0; border: 0; background: none } a.card { height: 100%; box-sizing: border-box } a.card:hover, a.card:focus-visible { border-color: var(--accent); outline: 2px solid var(--accent) }
h2 { font-size: 1.1rem; margin: 0 } a.card h2 { color: var(--accent) }
code { display: block; margin-top: .75rem; font-size: .875rem; overflow-wrap: anywhere; user-select: all }
.note { border-inline-start: 4px solid #b7791f; padding-inline-start: .75rem }
`;

export function landingPage(practice: LandingPractice | undefined): string {
  const title = practice ? practice.name : 'Keychart';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="/ehr/icon.svg">
<style>${style}</style>
</head>
<body>
<main>
${practice ? practiceBody(practice) : firstStartBody}
</main>
</body>
</html>
`;
}

function practiceBody({ name, connection, demo }: LandingPractice): string {
  const note = demo
    ? '<p class="note">A made-up practice: nobody in it exists. The logins are in <b>demo-logins.json</b> in the data folder.</p>'
    : '<p>Health records that only the practice and each family can read.</p>';
  return `<h1>${escapeHtml(name)}</h1>
${note}
<ul>
<li><a class="card" href="/ehr/"><h2>Workstation</h2><p>For the people who work here.</p></a></li>
<li><a class="card" href="/portal/"><h2>Patient portal</h2><p>For patients and their families.</p></a></li>
</ul>
<p>Connection string, for software of other practices and for the portal of another server:</p>
<p><code>${escapeHtml(connection)}</code></p>`;
}

const firstStartBody = `<h1>Keychart is running</h1>
<p>There is no practice on this server yet. What would you like to do?</p>
<ul>
<li><h2>Try it with a made-up practice</h2><p>A minute. Stop this server first, then type the line below where you started it; nothing you enter there counts.</p><code>npm run demo</code></li>
<li><a class="card" href="/ehr/#/set-up"><h2>Set up my practice</h2><p>Ten minutes. It needs the set-up code that the server shows in its terminal, and a printer, or pen and paper, for the root key.</p></a></li>
<li><h2>Join a practice</h2><p>A minute. It needs the link or the address your practice gave you: open that, it leads to their server and not to this one.</p></li>
</ul>
<p>Without a browser: <code>npm run keychart -- setup --help</code></p>`;

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
