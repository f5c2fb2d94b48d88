/** Served from the package, as preact is. */
export * from 'chartist';
