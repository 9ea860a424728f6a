/** What a person sees after the CRM has sent them back. Plain text: it is made safe for HTML here. */
export interface InstallPage {
  readonly status: number;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly list: readonly string[];
  readonly link: { readonly label: string; readonly href: string } | null;
}

/** Nothing is loaded and no script runs, so the page keeps within the app's content security policy. */
export function renderPage({ title, paragraphs, list, link }: InstallPage): string {
  const lines = paragraphs.map((each) => `<p>${escapeHtml(each)}</p>`);
  const items = list.map((each) => `<li>${escapeHtml(each)}</li>`);
  const parts = [
    `<h1>${escapeHtml(title)}</h1>`,
    ...lines,
    ...(items.length === 0 ? [] : [`<ul>${items.join('')}</ul>`]),
    ...(link === null
      ? []
      : [`<p><a href="${escapeHtml(link.href)}">${escapeHtml(link.label)}</a></p>`]),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Attune</title>
<style>${STYLE}</style>
</head>
<body><main>
${parts.join('\n')}
</main></body>
</html>`;
}

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; font: 1.0625rem/1.6 system-ui, sans-serif; }
main { max-width: 36rem; margin: 12vh auto; padding: 0 1.5rem; }
h1 { font-size: 1.5rem; line-height: 1.3; font-weight: 600; }
li { margin: 0.5rem 0; }`;

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${String(sign.codePointAt(0))};`);
}
