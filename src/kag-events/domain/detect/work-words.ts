import { anyOf } from './phrases.js';

/** What a team hands over to be approved: a design, a draft, an estimate. */
export const DELIVERABLE =
  anyOf(`design* draft* mockup* mock_up* mock_ups layout* wireframe* prototype* estimate* quote* quotation*
  proposal* budget* scope contract* agreement* brief* concept* copy text* article* artwork* logo* banner* storyboard*
  sketch* version* homepage landing page* website* site plan* roadmap* timeline* schedule_of_works specification* spec
  specs requirements sow invoice* creative* visual* video* presentation* deck* slide* report* brochure* packaging
  moodboard* content build release deliverable* revision* strategy names naming palette options option statement_of_work
  макет* дизайн* эскиз* смет* договор* бриф* концепц* текст* стать* баннер* логотип* прототип* вариант* верси*
  страниц* сайт* лендинг* план* тз техзадани* задани* бюджет* предложени* кп креатив* визуал* ролик* видео сценари* презентаци*
  слайд* отчет* документ* счет* стратеги* контент* правки правок верстк* упаковк* раскадровк* структур* объем* перечень
  перечня спецификаци* график* этап* тариф* расчет* итог* результат* обложк* пост* сборк* релиз*`);

/** What a client may want added to the work: a page, a feature, a language. */
export const ADDITION =
  anyOf(`page pages section sections feature features functionality form forms language languages module modules
  version versions tab tabs block blocks banner banners button buttons filter filters integration integrations blog
  calculator chat chatbot widget gallery newsletter popup pop_up landing landings screen screens report reports
  dashboard animation animations video videos slide slides template templates field fields payment_method payment_methods
  payment_option payment_options login search_bar search_function animation carousel slider map maps translation translations
  illustration illustrations icon icons post posts article articles email emails menu category categories option
  options step steps user_role user_roles role roles mode theme export import api notification notifications review
  reviews logo variant variants concept concepts app shop store faq catalogue catalog product_card product_cards quiz support
  раздел* страниц* страничк* функци* функционал* форм* язык* модул* верси* вкладк* блок* баннер* кнопк* фильтр*
  интеграци* блог* калькулятор* чат* виджет* галере* рассылк* попап* лендинг* экран* отчет* дашборд* анимаци* видео
  ролик* слайд* шаблон* поле пол поля оплат* способ* авторизаци* поиск* карусел* слайдер* карт* перевод* иллюстраци*
  иконк* пост* стать* письм* меню категори* опци* шаг* роль ролей роли режим* тем* выгрузк* экспорт* импорт*
  уведомлени* отзыв* логотип* вариант* концепц* приложени* магазин* каталог* карточк* квиз* личн* кабинет* фич* фичу
  пункт* сценари* макет* услуг* корзин* подписк* бот бота боте`);

/** What can be sold besides: a service or a work of its own. */
export const SERVICE =
  anyOf(`rebrand* branding redesign* mobile_app mobile_apps mobile_application ios_app android_app web_app
  application app apps website websites site landing_page landing_pages online_store online_shop web_shop e_commerce ecommerce
  webshop store_on_shopify shopify seo search_engine_optimisation search_engine_optimization marketing advertising ads
  ad_campaign ad_campaigns campaign campaigns promotion ppc google_ads social_media smm copywriting
  content_marketing content_plan content_strategy video_production video_editing videos promo_video explainer_video
  photo_shoot photoshoot photography crm chatbot chatbots chat_bot automation analytics hosting maintenance support_contract
  support_plan localisation localization translation translations email_marketing newsletters packaging_design packaging
  logo brand_book brandbook brand_identity corporate_identity visual_identity style_guide training consulting
  security_audit seo_audit ux_audit audit migration data_migration web_development app_development
  development_team ux_research user_research market_research naming print_design printing brochures
  presentation_design pitch_deck landing pr design_system marketplace booking_system erp customer_portal client_portal
  intranet loyalty_program loyalty_programme subscription_service influencer_marketing copywriter
  ребрендинг* брендинг* редизайн* мобильн*_приложени* приложени* веб_приложени* сайт сайта сайтов сайты лендинг* интернет_магазин*
  сео seo продвижени* маркетинг* реклам* рекламн*_кампани* контекст* таргет* смм smm копирайтинг* контент_план* контент_маркетинг*
  контент_стратеги* видеосъемк* съемк* фотосъемк* видеоролик* ролик* црм crm чат_бот* чатбот* бот бота автоматизаци* аналитик* хостинг*
  техподдержк* сопровождени* локализаци* перевод* имейл_маркетинг* email_маркетинг* рассылк* упаковк* логотип* брендбук* фирменн*_стил*
  обучени* консалтинг* консультаци* аудит* миграци* разработк* исследовани* нейминг* полиграфи* презентаци* маркетплейс* портал*
  личн*_кабинет* программ*_лояльност* айдентик* пиар* дизайн_систем* внедрени*`);
