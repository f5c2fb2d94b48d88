export { chatAnswer } from './chat-answer.js';
export { openaiClient, type OpenaiAccess, type OpenaiClient } from './openai-client.js';
export {
  errorInAnswer,
  faultIn,
  textOf,
  understandOpenaiError,
  type OpenaiFailure,
  type Rejection,
  type SettingFault,
} from './openai-failure.js';
