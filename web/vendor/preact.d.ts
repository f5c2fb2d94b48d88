/** Served from the package, under this name: browsers find modules by path, and inline import maps are against the CSP. */
export * from 'preact';
