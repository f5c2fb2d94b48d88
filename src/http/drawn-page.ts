/** What differs between the pages that scripts of ours draw. */
export interface DrawnPage {
  /** Folder of its script and its style under ui/. */
  name: string;
  title: string;
  skip: { to: string; text: string };
  /** Where people without JavaScript find the same. */
  otherwise: string;
}

/**
 * The document of such a page: a bar, a place to draw in, and the script that does.
 * @param root the way to the server's root
 */
export function drawnPage(root: string, { name, title, skip, otherwise }: DrawnPage): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>KAG server: ${title}</title>
    <link rel="icon" type="image/png" sizes="32x32" href="${root}docs/favicon-32x32.png">
    <script src="${root}ui/shared/early-theme.js"></script>
    <link rel="stylesheet" href="${root}ui/${name}/main.css">
    <link rel="modulepreload" href="${root}ui/${name}/main.js">
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
