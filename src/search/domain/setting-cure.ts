import type { SettingFault } from '../../openai/index.js';

/** What a person does about settings that the provider refuses; the general advice where it does not say which. */
export function cureOf(fault: SettingFault | undefined): string {
  switch (fault) {
    case 'key':
      return 'Correct OPENAI_API_KEY';
    case 'money':
      return 'Pay the account of OPENAI_API_KEY or raise its limit';
    case 'address':
      return 'Correct OPENAI_BASE_URL (it ends in /v1 at most providers)';
    case 'model':
      return 'Correct EMBEDDING_MODEL';
    case 'dimension':
      return 'Correct EMBEDDING_DIM or EMBEDDING_MODEL';
    case undefined:
      return "Correct OPENAI_API_KEY, OPENAI_BASE_URL, EMBEDDING_MODEL or EMBEDDING_DIM, or the account's quota";
  }
}
