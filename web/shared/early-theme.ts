// A plain script, loaded before the page is drawn: a module would come too late, and dark pages would flash white.
try {
  const theme = localStorage.getItem('kag.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
} catch {
  // No storage, no preference: the system's colours.
}
