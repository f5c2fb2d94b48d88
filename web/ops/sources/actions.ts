import { vendorName } from '../../shared/vendor-name.js';
import type { Action } from '../panels/action.js';
import type { Ui } from '../ui.js';

export const syncAll = ({ texts }: Ui): Action => ({
  key: 'sync all',
  label: texts.connectors.syncAll,
  request: { method: 'POST', path: '/connectors/sync', body: null },
  class: 'primary',
});

export const sync = ({ texts }: Ui, connector: string): Action => ({
  key: `sync ${connector}`,
  label: texts.connectors.sync,
  about: vendorName(connector),
  request: { method: 'POST', path: `/connectors/${connector}/sync`, body: null },
});

/** Says what a sync would change, and writes nothing. */
export const preview = ({ texts }: Ui, connector: string): Action => ({
  key: `preview ${connector}`,
  label: texts.sources.preview,
  about: vendorName(connector),
  request: { method: 'POST', path: `/connectors/${connector}/sync?preview=true`, body: null },
});

/** Reads a list from its beginning. */
export const reread = ({ texts: { sources } }: Ui, connector: string, stream: string): Action => ({
  key: `reread ${connector} ${stream}`,
  label: sources.reread,
  about: sources.streams[stream] ?? stream,
  asks: {
    title: sources.rereadAsk(vendorName(connector), sources.streams[stream] ?? stream),
    text: sources.rereadText,
    yes: sources.reread,
  },
  request: { method: 'POST', path: `/connectors/${connector}/reread`, body: { stream } },
});

/** @param key names the button among those that retry */
export const retryErrors = ({ texts: { sources } }: Ui, key: string, ids: string[]): Action => ({
  key: `retry ${key}`,
  label: sources.retry,
  asks: { title: sources.retryAsk(ids.length, String(ids.length)), text: sources.retryText, yes: sources.retry },
  request: { method: 'POST', path: '/connectors/errors/retry', body: { ids, include_dead_letter: true } },
});

export const resolveError = ({ texts: { sources } }: Ui, id: string): Action => ({
  key: `resolve ${id}`,
  label: sources.resolve,
  asks: { title: sources.resolveAsk, text: sources.resolveText, yes: sources.resolve },
  request: { method: 'POST', path: `/connectors/errors/${id}/resolve`, body: null },
});

export const removeSource = ({ texts: { sources } }: Ui, projectId: string, connector: string): Action => ({
  key: `remove ${connector}`,
  label: sources.remove,
  about: vendorName(connector),
  asks: { title: sources.removeAsk(vendorName(connector)), text: sources.removeText, yes: sources.remove },
  request: { method: 'DELETE', path: `/projects/${projectId}/sources/${connector}`, body: null },
});
