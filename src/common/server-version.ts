/** The version of the server, its chart, its image and its API document, which are one: package.json's. */
export const VERSION = '0.2.0';
