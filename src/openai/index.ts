export { openaiClient, type OpenaiAccess, type OpenaiClient } from './openai-client.js';
export { understandOpenaiError, type OpenaiFailure, type Rejection } from './openai-failure.js';
