/** The job of `search` that embeds new chunks. */
export const EMBEDDINGS_RUN = 'embeddings_run';
/** The job of `kag-signals`, which this folder does not know, that folds new events. */
export const SIGNALS_REFRESH = 'kag_signals_refresh';
/** The job of `removal` that removes what a project no longer reads from. */
export const SOURCES_CLEARING = 'sources_clearing';
