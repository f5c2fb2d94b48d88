import { WEB } from './browser-files.js';
import { modulesOf } from './page-modules.js';

/** What differs between the pages that scripts of ours draw. */
export interface DrawnPage {
  /** Folder of its scripts under ui/. */
  name: string;
  title: string;
  /** Files of ui/styles and ui/vendor that it has beside what all have. */
  styles: readonly string[];
  vendors?: readonly string[];
  skip: { to: string; text: string };
  /** Where people without JavaScript find the same. */
  otherwise: string;
}

const modules = new Map<string, string[]>();

/** They stay the same while the server runs. */
function modulesOfPage(name: string): string[] {
  const known = modules.get(name) ?? modulesOf(`${name}/main.js`, WEB);
  modules.set(name, known);
  return known;
}

/** The document of such a page: a bar, a place to draw in, and the scripts that do. @param root the way to the server's root */
export function drawnPage(root: string, { name, title, styles, vendors = [], skip, otherwise }: DrawnPage): string {
  const links = [
    ...['base', 'page', ...styles].map((style) => `<link rel="stylesheet" href="${root}ui/styles/${style}.css">`),
    ...[...['preact', ...vendors].map((vendor) => `vendor/${vendor}.js`), ...modulesOfPage(name)].map(
      (module) => `<link rel="modulepreload" href="${root}ui/${module}">`,
    ),
  ];
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>KAG server: ${title}</title>
    <link rel="icon" type="image/png" sizes="32x32" href="${root}docs/favicon-32x32.png">
    <script src="${root}ui/shared/early-theme.js"></script>
    ${links.join('\n    ')}
  </head>
  <body>
    <a id="skip" class="skip" href="#${skip.to}">${skip.text}</a>
    <header class="bar">
      <div id="bar-main" class="bar-main"></div>
      <div id="bar-tools" class="bar-tools"></div>
    </header>
    <main id="main" class="page"><p class="loading">KAG server …</p></main>
    <noscript><p class="page-error">This page needs JavaScript. Without it: ${otherwise}.</p></noscript>
    <script type="module" src="${root}ui/${name}/main.js"></script>
  </body>
</html>
`;
}
