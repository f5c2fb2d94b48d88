import type { DetectorQuality, PortfolioAdvice, PortfolioRisk } from '../client/published.js';
import type { Language } from './language.js';

/** What the server's codes are called. A code that only a newer server has is shown as it is. */
export interface Labels {
  risks: Readonly<Record<PortfolioRisk['risk_type'], string>>;
  categories: Readonly<Record<PortfolioAdvice['category'], string>>;
  roles: Readonly<Record<PortfolioAdvice['owner_role'], string>>;
  /** Events that are heard in words. */
  heard: Readonly<Record<DetectorQuality['detectors'][number]['event_type'], string>>;
}

export const LABELS: Readonly<Record<Language, Labels>> = {
  en: {
    risks: { delivery_risk: 'Delivery', finance_risk: 'Finance', client_risk: 'Client', scope_risk: 'Scope' },
    categories: {
      waiting_on_client: 'Waiting for the client',
      answer_the_client: 'Answer the client',
      scope_creep_change_request: 'Change request',
      delivery_risk: 'Delivery risk',
      finance_risk: 'Finance risk',
      unhappy_client: 'Unhappy client',
      upsell_opportunity: 'Upsell',
      winback: 'Win back',
    },
    roles: { pm: 'Project manager', finance_lead: 'Finance lead', account_manager: 'Account manager' },
    heard: {
      need_detected: 'Client has a new need',
      approval_requested: 'Approval requested',
      approval_approved: 'Approved by the client',
      agreement_created: 'Promise made',
      scope_change_detected: 'Request beyond scope',
      invoice_sent: 'Invoice sent',
      invoice_paid: 'Invoice paid',
    },
  },
  ru: {
    risks: { delivery_risk: 'Сроки', finance_risk: 'Финансы', client_risk: 'Клиент', scope_risk: 'Объём работ' },
    categories: {
      waiting_on_client: 'Ждём клиента',
      answer_the_client: 'Ответить клиенту',
      scope_creep_change_request: 'Запрос на изменение',
      delivery_risk: 'Риск срыва сроков',
      finance_risk: 'Финансовый риск',
      unhappy_client: 'Недовольный клиент',
      upsell_opportunity: 'Допродажа',
      winback: 'Вернуть клиента',
    },
    roles: { pm: 'Руководитель проекта', finance_lead: 'Финансы', account_manager: 'Менеджер клиента' },
    heard: {
      need_detected: 'У клиента новая потребность',
      approval_requested: 'Запрошено согласование',
      approval_approved: 'Клиент согласовал',
      agreement_created: 'Дано обещание',
      scope_change_detected: 'Запрос сверх объёма',
      invoice_sent: 'Счёт выставлен',
      invoice_paid: 'Счёт оплачен',
    },
  },
};
