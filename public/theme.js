// Runs before the first paint, as it is: see index.html. No module, which would wait for the page.
(function () {
  var theme;
  try {
    theme = localStorage.getItem('plein-air-theme');
  } catch (e) {
    // A browser that forbids storage follows the system.
  }
  var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
