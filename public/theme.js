// Before the first paint, so that a chosen theme does not show the system's for a moment.
try {
  const theme = localStorage.getItem('deeplog-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Where nothing may be kept, the theme is the system's.
}
