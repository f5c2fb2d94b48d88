import { type Exchange, isRecord, jsonObject } from '../http/exchange.js';
import type { NewAttachment } from './mutations.js';
import { unprocessable } from './problems.js';
import type { FileType } from './records.js';

const MAX_FILES = 15;

export interface MessageForm {
  body: Record<string, unknown>;
  files: NewAttachment[];
}

/**
 * @returns a new message's fields from JSON, or from a multipart form, the only way to send files
 * @throws 422
 */
export async function readMessageForm(exchange: Exchange): Promise<MessageForm> {
  const type = exchange.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) {
    const body = jsonObject(exchange);
    if (!body) throw unprocessable('Request body could not be read as JSON');
    return { body, files: [] };
  }
  const message = new Response(new Uint8Array(exchange.body), { headers: { 'content-type': type } });
  const form = await message.formData().catch(() => {
    throw unprocessable('Request body could not be read as a form');
  });
  const body: Record<string, unknown> = {};
  const files: NewAttachment[] = [];
  for (const [name, value] of form) {
    if (typeof value !== 'string')
      files.push({ file_type: fileTypeOf(value.type), name: value.name, file_size: value.size });
    else body[name] = name === 'content_attributes' ? parsed(value) : value;
  }
  if (files.length > MAX_FILES) throw unprocessable(`Attachments exceeded maximum allowed (${MAX_FILES})`);
  return { body, files };
}

function fileTypeOf(mime: string): FileType {
  const kind = mime.split('/')[0];
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'file';
}

/** A form has text only, so objects come as JSON inside of it. */
function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
