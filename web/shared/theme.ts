/**
 * Keeps the `dark-mode` class of the page, which Swagger UI looks at, in line with what the person's system prefers.
 */
export function followColorScheme(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
  dark.addEventListener('change', apply);
  apply();
}
