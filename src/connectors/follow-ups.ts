/** The job of `search` that embeds new chunks. */
export const EMBEDDINGS_RUN = 'embeddings_run';
/** The job of `kag-signals`, which this folder does not know, that folds new events. */
export const SIGNALS_REFRESH = 'kag_signals_refresh';
