import { Lexicon } from './lexicon.js';

/**
 * Words by what they say, in both languages, finer than the classes of word-classes.ts: what is learned of one word
 * holds for those that no sentence of the training has. `stem*` is any ending.
 */
const CONCEPTS: Readonly<Record<string, string>> = {
  website: `website* site sites sitemap* webpage* web homepage* onepager* microsite* subsite* minisite* landing
    landings portal portals domain domains subdomain* wordpress tilda wix squarespace webflow bitrix joomla drupal
    cms frontend webdesign* webmaster* url urls favicon* redesign* relaunch* websit wesbite webiste сайт* лендинг*
    лэндинг* лендос* посадочн* портал* домен* поддомен* веб вебсайт* вебсайта вебстудии вебмастер* визитка
    одностраничник* многостраничн* промосайт* интернет тильд* вордпресс* битрикс* джумл* цмс урл фавикон* редизайн*
    перезапуск* мультисайт* микросайт* субдомен* движок движка движке верстать верстк* сверст* верста* адаптив* вики
    энциклопед* подсайт* спецпроект* кабинет кабинета кабинете лк сайтец сайтик*`,
  page: `page pages subpage* section sections screen screens tab tabs block blocks footer* header headers menu menus
    sidebar* chapter* paragraph* column columns cover covers spread spreads homescreen* fold hero startpage line
    lines row rows table tables faq страниц* страничк* раздел* подраздел* экран* вкладк* вкладок блок блока блоке
    блоки блоков блоку блоком блоках блоками футер* хедер* хэдер* шапк* шапок подвал* меню главная главной главную
    главке разворот* полоса полосу полосы колонк* колонок абзац* пункт пункта пунктам пунктов пункте пункты подпункт*
    строк* строчк* таблиц* табличк* обложк* обложек форзац* титул* глав глава главы главу сайдбар* боковик* рубрик*
    категори* подкатегор* карточк* карточек`,
  shop: `shop shops shopping webshop* eshop* store stores storefront* marketplace* checkout* cart carts basket
    baskets ecommerce commerce catalogue* catalog* retail retailer* assortment sku skus product products goods stock
    warehouse* inventory wholesale amazon ebay etsy shopify woocommerce magento merchandis* outlet outlets boutique*
    showcase* bestseller* магазин* магазинчик* каталог* корзин* маркетплейс* мп витрин* прилав* озон* вайлдберриз* вб
    валберис* вайлдбер* яндексмаркет ассортимент* товар товара товары товаров товару товарам товаром товарн* розниц*
    рознич* опт оптом оптов* оптовик* склад складе склада складов складу складск* остатк* артикул* номенклатур*
    шопифай ритейл* бутик* чекаут* ецом еком экоммерс интернетмагазин* торгов* прайслист* продукци* номенклатурн*`,
  app: `app apps application applications android ios iphone* ipad* mobile mobiles smartphone* tablet tablets
    appstore playstore apk pwa native testflight handset* android's rustore huawei appgallery push pushes webapp*
    miniapp* offline smartwatch* wearable* deeplink* onboarding kotlin swift flutter sideload* приложени* приложух*
    прил прилож андроид* андройд* айос айфон* айпад* мобил* мобильн* мобилк* мобайл* планшет* смартфон* телефонах апк
    сторы сторах стор стору сторе аппстор* эппстор* плеймаркет* гуглплей* рустор* пуш пуши пушей пушами пушап*
    онбординг* офлайн* оффлайн* нативн* флаттер* миниапп* виджет* тестфлайт* геолокац*`,
  software: `software program programs programme* programmer* system systems platform platforms plugin* module
    modules widget widgets api apis erp intranet extranet dashboard* database* backend tool tools toolkit saas cloud
    license* licence* code codebase repo repository git docker sap odoo sql microservice* middleware extension
    extensions sdk solution engine spreadsheet code's excel софт* софтин* програм* прог прога проги прогу программ*
    систем* платформ* плагин* модул* интранет* экстранет* дашборд* бэкенд* бекенд* бэк бэка бэке бэком база базы базу
    базе баз субд 1с одинэс эрп еэрпи облак* облачн* лиценз* код кода коде коду кодом кодов* репозитор* репа репе
    репу гит гите гитхаб* инструмент* тулз* решение сервис сервиса сервисе сервису сервисом сервисы сервисов апи
    апишк* эксель экселе экселя экселем эксельк* учетн* складоучет* конфигурац*`,
  bot_automation: `bot bots chatbot* automat* automation crm crms workflow* integrat* integration integrations sync
    syncs synced syncing synchroni* webhook* zapier hubspot salesforce pipedrive bitrix24 amocrm script scripts macro
    macros scheduler* trigger triggers scraper* scrap parse parser parsing robot* rpa digitali* digitiz* digitis*
    process processes streamline* import imports importing export exports exporting feed feeds бот бота боту ботом
    боте боты ботов ботам ботами чатбот* автоматиз* автомат* автоматич* автоматом автоответ* автоворонк* воронк* црм
    срм амо амосрм битрикс24 интегр* интеграц* синхрон* вебхук* скрипт* макрос* парсер* парсинг* спарс* робот*
    роботиз* цифровиз* оцифр* бизнеспроцесс* процесс процесса процессы процессов процессе выгрузк* выгруж* выгруз*
    загрузк* импорт* экспортир* фид фида фиды фидов телефони* айпителефон* атс коллтрек* обмен обмена обмене рутин*`,
  ai: `ai ml gpt chatgpt llm llms neural neuronal openai claude gemini copilot midjourney dall deepfake* generative
    generated prompt prompts prompting model models machine learning algorithm* artificial intelligence vision
    recognition ocr speech predict* prediction* forecast* smart assistant* нейросет* нейронк* нейронн* ии иишк*
    искусственн* интеллект* гпт чатгпт чатжпт джипити жпт лмм ллм миджорн* генератив* сгенер* генерир* генерац*
    промпт* промт* модель модели моделью моделей машинн* обучаем* алгоритм* распозна* прогноз* предсказ* умный умная
    умные умного ассистент* гигачат* яндексгпт дипфейк* клод`,
  design: `design designs designed designing redesign* layout* theme themes style styles styling styled aesthetic*
    visual visuals graphic graphics look typography composition grid ui ux interface interfaces interaction usability
    figma photoshop illustrator canva indesign artwork* creative creatives art artdirect* pixel pixels retina
    responsive adaptive minimalis* vibe mood дизайн* дизайнчик* дезайн* редизайн* макетир* стиль стиля стилю стилем
    стиле стили стилей стилист* стилиз* стилев* визуал* график графика графику графики графикой графическ* типограф*
    композиц* сетка сетку сетки интерфейс* юай юикс юзабилит* юзабельн* фигма фигме фигму фигмы фотошоп* кореле корел
    оформл* оформи* оформлен* офрмл* креатив* арт арты артдир* минимализм* отрисов* отрис* пиксель* пиксел* эстети*
    айдентик* верстал*`,
  mockup: `mockup* mock mocks wireframe* sketch sketches sketched sketching prototype* prototyp* template* concept
    concepts conceptual moodboard* storyboard* preview previews proof proofs proofing sample samples demo demos dummy
    pattern patterns blueprint* outline outlines drawing drawings rendering comp comps creatives macket maquette
    visualization* visualisation* walkthrough макет* мокап* моки вайрфрейм* набросок наброск* скетч* эскиз* прототип*
    шаблон* концепт* концепц* мудборд* раскадров* превью превьюшк* пробник* образец образц* сэмпл* семпл* демо демк*
    демка демоверс* чертеж* схема схемы схему схемой схем визуализац* болванк* рыба рыбу цветопроб* пробн* корректур*
    сигнальн* набросал* наброса* рисунок рисунк* планировк* разметк*`,
  logo_brand: `logo logos logotype* emblem* wordmark* brand brands branding branded rebrand* identity corporate
    guideline* brandbook* brandguide* styleguide* naming trademark* mascot* character characters monogram* crest
    symbol symbols icon icons slogan* tagline* claim name names rename* positioning letterhead* unbranded cobrand*
    brandname* логотип* лого логос логотипчик* логотипу эмблем* бренд* брэнд* ребренд* брендиров* брендинг* брендбук*
    гайдлайн* гайдбук* гайд гайда гайды айдентик* фирстил* фирменн* корпоративн* логобук* нейминг* назван* название
    переименов* товарн* знак знака знаку знаком знаки знаков символик* символ символа символы маскот* талисман*
    персонаж* монограмм* герб герба вензел* иконк* иконок пиктограмм* слоган* девиз* бланк бланки бланков бланка
    визитк* позиционирован* патентн*`,
  print: `print prints printed printing printer printers printout* reprint* press brochure* broschure* flyer* flier*
    leaflet* poster posters booklet* magazine magazines book books card cards businesscard* postcard* calendar
    calendars envelope* stationery notepad* offset prepress bleed cmyk pantone embossing foil laminate* lamination
    binding stapl* folding typesetting circulation annual handout* diploma* печат* допечат* напечат* распечат*
    перепечат* отпечат* препресс* полиграф* типограф* брошюр* листовк* листовок флаер* постер* плакат* буклет*
    лифлет* журнал* книга книги книгу книге книг книжк* книжн* тираж* офсет* открытк* открыток визиток визитки
    визитку календар* календарик* блокнот* конверт* бланков* ламинац* ламинир* тиснен* фольг* переплет* фальц*
    брошюров* вырубк* препресса экземпляр* станок станка принтер* ризограф* шелкограф* ценник* грамот* дипломов
    каталожк* пантон* вылет вылеты вылетам обрез обреза буклетик*`,
  packaging: `packag* packing pack packs packed repack* box boxes carton cartons label labels labelling labeling
    bottle* jar jars tin tins pouch* sachet* bag bags wrapper* wrap wraps sleeve* tube tubes blister* sticker* tag
    tags tagged barcode* dieline* dielines lid lids ribbon* unboxing giftbox* stickers shrink tray trays упаков*
    запаков* перепаков* короб короба коробк* коробок коробоч* этикет* наклейк* наклеек наклеечк* стикер* ярлык*
    ярлыч* бирк* бирок пакет пакеты пакетов пакета пакетик* бутылк* бутылок флакон* баночк* баночек туба тубы тубу
    тюбик* пауч* дойпак* саше обертк* оберточ* развертк* штрихкод* шрихкод* маркировк* вкладыш* контретикет* крафт*
    крышк* крышек тара тары тару гофр* термоусад* шоубокс* блистер* лента ленты ленту`,
  signage: `signage signboard* signpost* billboard* banner banners outdoor ooh pylon* lightbox* neon facade* vinyl
    wrapping rollup* roll pennant* flag flags canopy awning letters illuminated navigation wayfinding plaque*
    nameplate* totem* kiosk* citylight* pos posm wobbler* shelftalker* display displays led shopfront* lettering
    вывеск* вывесок табличк* табличек наружк* наружн* билборд* биллборд* щит щита щиты щитов щите баннер* банер*
    растяжк* растяжек лайтбокс* световой световая световые светов* неон* фасад* витринн* оклейк* оклеи* пленк* стела
    стелы стелу стел пилон* указател* навигац* роллап* ролап* паук пауки штендер* буквы букв объемные панелькронштейн
    кронштейн* композит* воблер* шелфтокер* пос посм ситиформат* сити призматрон* светодиод* медиафасад* растр табло
    монтажник* флаг флаги флагов флажк*`,
  video: `video videos videographer* videoshoot* film films filmed filming footage clip clips trailer* teaser* shoot
    shoots shooting reshoot* shot shots reel reels spot spots montage cutdown* editing youtube vimeo camera cameras
    cameraman drone* aerial scene scenes movie* cinematic subtitle* livestream* stream streaming streams broadcast*
    vlog vlogs vlogging testimonial* premiere cast casting actor* actress* rushes showreel* видео* видос* видосик*
    видик* видеоролик* видеосъемк* видеограф* фильм* клип клипа клипы клипов клипе трейлер* тизер* ролик* съемк*
    съемок съемоч* снима* снять снят* снимем снимет отсня* отснять досъемк* пересня* переснима* монтаж* смонтир*
    перемонт* монтир* раскадровк* кадр кадра кадры кадре кадром кадрам кадрах дубль дубля дублей оператор* режиссер*
    камера камеру камеры камер дрон* квадрокоптер* аэросъем* сцена сцены сцену сцен кино киноч* шоурил* рилс* рилз*
    шортс* сториз* сторис* трансляц* стрим* эфир* титр* субтитр* актер* актрис* кастинг* видеоотзыв* сценари* ютуб*
    ютюб*`,
  animation: `animation* animat* animated cartoon* gif gifs motion motiongraphic* render renders rendered rendering
    renderings 3d cgi vfx explainer* loop loops modelling modeling blender maya cinema4d particles effect effects
    lottie vr ar augmented virtual game games gaming unity unreal stopmotion rig rigging infograph* 360 holog*
    анимац* анимир* мультик* мультфильм* мульт мульты мульта гиф гифк* гифка гифки моушн* моушен* рендер* отрендер*
    3д тридэ трехмерн* спецэффект* эффект эффекты эффектов блендер* лотти эксплейнер* инфограф* моделирован*
    моделлер* виртуальн* дополненн* вр игра игры игру игров* геймиф* юнити голограф* стопмоушн* заставк* футаж*
    персонажк* панорам*`,
  photo: `photo photos photograph* photographer* photography photoshoot* fotoshoot* foto fotos picture pictures pic
    pics image images imagery portrait* snapshot* retouch* headshot* shutterstock getty lightroom lens background
    backgrounds gallery galleries album albums thumbnail* crop cropped cropping packshot* lookbook* shutter lighting
    exposure selfie* foodstyl* фото фотк* фоток фотограф* фотосес* фотосъем* фоточк* фоточек фотобанк* фотостудия
    фотосток* снимок снимк* картинк* картинок картиноч* картин картину изображен* портрет* ретуш* отретуш* обтравк*
    обтрав* кадриров* студийн* предметк* предметн* галере* альбом* фон фона фону фоном фоне фоны сток стоков* лукбук*
    лайтрум* модельн* селфи пикч* пики фотошут* фудстайл* фудсъемк*`,
  illustration: `illustration* illustrat* drawn drawing drew draw draws handdrawn painting paint painted vector
    vectors vectori* doodle* comic comics artist artists artistic iconset* infographic* diagram* chart charts
    pictogram* watercolo* sketchbook svg lineart mural* caricature* scribble* ornament* graffiti иллюстрац*
    иллюстратор* иллюстрир* рисун* рисова* рисуе* рисую* рисует* рисуй* нарис* дорисов* дорису* перерис* отрису*
    прорис* зарис* художник* художниц* художествен* вектор* отвекторн* комикс* акварел* орнамент* узор* паттерн*
    диаграмм* графич* шарж* роспись росписи росписью граффити каракул* инфографик* свг обведи* обводк* стикерпак*`,
  audio: `podcast* audio* audiobook* voice* voiceover* sound sounds soundtrack* music musical musician* jingle*
    narrator* narrat* record recording recordings recorded microphone* mic mics song songs track tracks tune mixing
    mastering dub dubbing dubbed radio spotify composer* intro outro noise ivr playlist* audible аудио* подкаст*
    озвуч* озвучк* дубляж* переозвуч* звук* саунд* музык* мелоди* песн* джингл* диктор* голос голоса голосом голосу
    голосе голосов* микрофон* запись записи записью записей дорожк* дорожек трек трека треки треков сведени* радио
    радиоролик* радиостанц* композитор* плейлист* автоответчик* шум шума шумит звукореж* звукозапис* аудиогид*
    аудиокниг*`,
  text: `text texts texting textual copy copywrit* copywriter* wording headline* heading headings title titles
    article* blogpost* blog blogs content contents editorial editor editors proofread* proofreader* typo typos
    spelling grammar sentence* paragraph phrase phrases phrasing rewrite* rewrit* ghostwrit* story stories
    storytelling caption captions description* lorem ipsum manuscript* biography tone whitepaper* longread* текст
    текста тексту текстом тексте тексты текстов текстам текстами текстах текстик* текстовк* текстовик* текстовой
    текстовая текстовые копирайт* копирайтер* рерайт* заголов* подзаголов* статья статьи статью статье статей статьям
    статьях статейк* блог блога блоге блоги блогу контент* контентщик* формулиров* сформулир* фраза фразы фразу фраз
    редактор* редактур* вычитк* вычита* вычитыв* корректор* корректур* орфограф* опечатк* опечаток граммат* пунктуац*
    описани* лонгрид* сторител* техтекст* аннотац* лид рыбатекст ипсум реплик* авторск*`,
  newsletter: `newsletter* emailing* mailing mailings mailchimp mailout* unsubscribe* subscribe* subscription*
    subscriber* bulk spam digest digests emailer* sequence* autoresponder* drip recipients recipient distribution
    klaviyo sendgrid unisender sendpulse sms smses loyalty bounce bounced segment segments segmentation spamfolder
    рассыл* рассылк* рассылок разосл* разошлем разошлю разошлите разошлет дайджест* подписк* подписок подписны*
    отписк* отписок отписал* отписыв* спам спама спаме спамом спамит мейлчимп* юнисендер* сендпульс* емейлрассыл*
    емэйл* имейлмаркет* смс смск* смсок лояльност* сегмент* триггерн* цепочк* цепочек адресат* получател* мейлинг*
    вебпуш* прогрев* подогрев*`,
  ads: `ad ads adverts advert advertis* advertiz* adwords adsense ppc cpc cpm cpa cpl roi roas targeting retarget*
    remarket* campaign campaigns media mediaplan* mediabuy* impressions clicks click banners promotion promotions
    promo promos promote promoting promoted promotional marketing marketer* leadgen* leads lead funnel funnels
    conversion* commercial commercials sponsor* affiliate* placement* placements bids bidding spend adspend reach
    audience reklam* реклам* рекламщик* рекл кампани* кампэйн* директе директу директолог* яндексдирект таргет*
    таргетолог* ретаргет* ремаркет* контекстн* контекстолог* контекстк* медиаплан* медийн* медиабаинг* объявлени*
    продвиж* продвига* продвин* промо промоакц* промик* маркетинг* маркетолог* лид лида лиды лидов лидогенер* лидген*
    заявок заявки заявка конверси* клик клики кликов клика показы показов охват* ставок аукцион* авито спонсор*
    креативы креативов раскрут* раскручива* цпа цпц срс ром роми трафик* арбитраж* акционн*`,
  seo: `seo serp search searches searching rank ranks ranking* rankings google googling bing yandex traffic visitors
    position positions keyword* keyphrase* backlink* linkbuilding organic indexed indexing indexation sitemap*
    snippet* metatag* meta crawl* semrush ahrefs optimi* visibility visible searchable gmb results redirect*
    canonical robots query queries сео сеошник* сеошн* поисков* поиске поисковик* выдач* трафик* позиции позиций
    позициям позициях позицию посещаем* посещени* посетит* ключевик* ключевы* запросам запросов запросы семантик*
    семантич* ядро ядра индекс* индексац* проиндекс* гугл гугла гугле гуглом гуглу гуглит* яндекс* яндэкс* метатег*
    метатэг* сниппет* органик* органич* видимост* перелинков* ссылочн* ссылочк* оптимиз* ранжир* топ10 ашманов тег
    теги тегов тегами гео сеопродвиж* вебмастер* редирект*`,
  social: `social socials insta instagram* facebook fb meta tiktok telegram whatsapp* linkedin twitter pinterest
    snapchat vk youtube threads follower* influencer* influencing blogger* vlogger* smm hashtag* like likes liked
    share shares feed feeds story stories reel reels community communities moderation moderator* engagement
    subscriber* post posts posting postings posted profile profiles channel channels group groups viral meme memes
    ambassador* ugc bio соцсет* сети сетей сетях сетями соц инста инсте инсту инсты инстаграм* инстаграмм* фейсбук*
    фб телеграм* телеграмм* телега телеге телегу телеги тг тгк тик тикток* вконтакте вк вотсап* ватсап* вацап*
    вайбер* одноклассник* дзен дзене ютуб* линкедин* смм сммщик* смммщик* подписчик* подписота блогер* блоггер*
    инфлюенс* лайк лайки лайков лайка лайкать репост* хештег* хэштег* паблик* канал канала каналы каналов канале пост
    поста посты постов постам посте постик* постинг* отложк* сторис рилс* комьюнити сообществ* модерир* модератор*
    коммент* комментир* лента ленте ленту амбассадор* вовлечен* охваты профиль профиля профиле мем мемы мемов
    аккаунт*`,
  pr: `pr pressrelease* press media outlet outlets journalist* reporter* newspaper* magazine magazines column
    interview* interviewed reputation reputational crisis publicity public relations spokesperson statement
    statements coverage mention mentions mentioned review reviews rating ratings stars trustpilot testimonial* serm
    orm negative haters scandal* rumour* rumor* publication* byline award awards nomination* пиар* пиарщ* пресса
    прессы прессу прессе прессой пресс сми журналист* корреспондент* газет* издани* интервью репутац* отзыв отзывы
    отзывов отзыва отзывам отзывами рейтинг* негатив* кризис* скандал* слух слухи слухов хейтер* хейт публикац*
    упоминани* упомян* пресссекретар* пресслужб* общественност* брифинг* медиа медийщик* колумнист* премия премию
    премии премий номинац* награда награды награду наград комьюнике спикер* имидж* имиджев* опроверж*`,
  event: `event events fair fairs exhibition* exhibit* exhibitor* expo expos tradeshow* show shows stand stands booth
    booths conference* congress* summit* festival* concert* gala party parties celebration* ceremony ceremonies
    webinar* forum forums meetup* hackathon* roadshow* venue venues organiser* organizer* organising organizing guest
    guests invitation* speakers panel attendee* visitor* teambuilding* trade decor tickets sponsorship badge badges
    мероприят* ивент* эвент* событи* выставк* выставок выставоч* экспо экспозиц* стенд стенда стенде стенды стендов
    стенду ярмарк* ярмарок конференц* конгресс* саммит* форум форума форуме форуму форумы форумов фестивал* концерт*
    гала банкет* корпоратив корпоратива корпоративе корпоративы корпоративчик* праздник* празднов* праздничн*
    вечеринк* вечеринок тусовк* церемон* вебинар* митап* хакатон* площадк* площадок ведущий ведущего ведущему ведущая
    аниматор* декорац* застройк* застройщик* участник* гости гостей гостям приглашен* презентац* торжеств*
    тимбилдинг* кейтеринг* бейдж* бейджик* волонтер* дегустац* промоутер* промостойк*`,
  training: `train trains trained training* trainer* trainee* coach* course* courses coursework teach teaches
    teaching taught teacher* tutor* tutorial* workshop* masterclass* seminar* lesson* lecture* curriculum elearning
    learn learns learning learned learnt educat* education educational instruct* instruction* mentor* mentoring
    onboard onboarding introduction knowledge skill skills certif* upskill* briefing guide guides lms quiz class
    classes обуч* обучен* научи* научит* учит учить учите учим учимся учиться учеб* учебн* подучи* выучи* курс курса
    курсы курсов курсе курсу курсам тренинг* тренер* тренир* коуч* семинар* мастеркласс* воркшоп* урок урока уроки
    уроков лекци* лектор* препод* преподав* занятие занятия занятий инструктаж* инструкци* методич* натаск* натаскай*
    вебинар* наставник* ментор* знани* навык* квалификац* вводн* стажировк* стажир* тьютор* эдтех онлайншкол*
    образовател* разъяснит* памятк* гайд гайды азы ликбез*`,
  translate: `translat* translation* translator* localis* localiz* localisation interpret interpreter* interpreting
    bilingual multilingual trilingual proofreading subtitles apostille notari* transcri* transcript* transcription
    native nativespeaker* glossary glossaries deepl dub interpretation simultaneous translit* перевод* перевести
    переведи* переведу* переведем переведет переведен* перевел* переведут перевожу переводи* переводч* переводя*
    допереве* локализ* двуязычн* многоязыч* мультиязычн* синхронист* синхронн* устный устного письменный носитель
    носителем носителя носителей транскри* расшифров* расшифру* глоссар* субтитр* апостил* нотариальн* англоязычн*
    русскоязычн* иноязычн* иностранн* транслит* вычитк* лингвист* дословн* языковой языковая языковые языковую`,
  language: `language languages english german deutsch french spanish italian polish arabic chinese mandarin turkish
    russian ukrainian dutch swedish norwegian danish finnish czech hungarian romanian greek portuguese japanese
    korean hindi hebrew kazakh uzbek georgian armenian bulgarian serbian croatian latvian lithuanian estonian slovak
    slovenian en de fr es ru язык* языков* языч* английск* англ инглиш* немецк* французск* испанск* итальянск*
    польск* арабск* китайск* турецк* русск* русс русского украинск* голландск* нидерландск* шведск* норвежск* датск*
    финск* чешск* венгерск* румынск* греческ* португальск* японск* корейск* хинди иврит* казахск* узбекск* грузинск*
    армянск* татарск* башкирск* белорусск* киргизск* кыргызск* таджикск* азербайджанск* сербск* болгарск* латышск*
    эстонск* монгольск* вьетнамск* европейск* азиатск*`,
  hosting: `hosting host hosts hosted webhost* hoster* server servers serverless backup* backups vps vds dedicated
    datacenter* cloud aws azure cpanel ftp sftp dns nameserver* ip registrar* renew renewal renewals renewed
    domainname migrate migrat* migration mailserver* mailbox* uptime downtime ssl https certificate certificates
    bandwidth disk storage quota load reboot restart cdn cloudflare cache cached network networks router wifi lan vpn
    хостинг* хостер* хост хоста хосте сервер* серверн* бэкап* бекап* резервн* впс вдс датацентр* облако облаке днс
    айпи регистратор* продлен* продли* продлит* продлев* продлева* миграц* мигрир* почтовик* почтовый почтовая
    почтовые ящик ящика ящики ящиков сертификат* ссл аптайм* даунтайм* диск диска диске дисков хранилищ* перезагруз*
    перезапуст* кеш кэш кеша кэша кешир* сеть роутер* вайфай* впн локалк* админк* ддос виртуалк* селектел таймвеб
    регру бегет*`,
  security: `security secure secured securing insecure safe safely safety hack hacks hacked hacker* hacking virus
    viruses malware ransomware phishing ddos breach* breached leak leaks leaked leakage firewall* antivirus encrypt*
    encryption vulnerab* pentest* attack attacks attacked fraud* scam scams scammer* stolen steal theft protection
    protect protects protected surveillance cctv alarm alarms guard guards spyware trojan captcha 2fa compromised
    безопасн* безопасник* защит* защища* взлом* взломал* взломан* хакер* хакнул* вирус* вирусн* троян* шифровальщ*
    шифрован* фишинг* ддос* утечк* утечек утек утекл* слив слили слиты фаервол* файрвол* антивирус* антиспам* уязвим*
    дыра дыры дыру дыр пентест* атака атаки атаку атаков* мошен* мошенник* украл* укради* украден* украст* кража
    кражи краж капч* двухфактор* охран* сигнализац* видеонаблюд* скуд шифр* взламыв* подозрит* злоумыш*`,
  support: `support supports supported supporting maintenance maintain* maintained sla helpdesk hotline servicing
    service desk ticket tickets ticketing retainer upkeep update updates updating upgrade upgrad* patch patched
    patches troubleshoot* monitor monitored monitoring admin admins administer administrat* administrator* sysadmin*
    caretaker caretaking outsourc* itsupport subscription technician* technical remote oncall standby warranty
    поддержк* поддержив* поддержа* техподдержк* саппорт* сопровожд* сопровод* обслужив* обслуж* абонентк* абонентск*
    абонплат* админ админа админу админы админов админск* администр* администрир* сисадмин* админить мониторинг*
    мониторит* монитор* хелпдеск* хелпдэск* тикет* дежур* аутсорс* аутсорсинг* обновлен* апдейт* апгрейд* патч*
    техничк* техобслуж* техническ* техник* ведение ведения гарантийн* постгарант* регламентн* профилактик* удаленк*
    удаленно удаленн* айтишник* эникей* присмотр*`,
  analytics: `analytic* analytics analys* analyz* analysis report* reports reporting statistic* stats metric* metrics
    audit* kpi kpis data dataset* figure figures dashboard* benchmark* tracking tracked ga ga4 metrika heatmap*
    cohort* insight* insights chart charts graph graphs powerbi tableau looker visits sessions pageviews ctr measure
    measured measurement measures evaluation evaluat* trend trends attribution utm bi dwh audits аналитик* аналитич*
    анализ* проанализ* отчет* отчетн* статистик* статистич* статист* метрик* яндексметрик* аудит аудита аудиты
    аудитов аудите аудиту цифра цифры цифр цифрам цифрах данные данных данным данными показател* кпи замер замера
    замеры замеров измерен* измери* дашборд* конверс* воронка счетчик* отслежив* отследи* трекинг* сквозн* утм
    коллтрекинг* тренд тренды трендов динамик* бенчмарк* инсайт* срез среза срезы сводк* сводн* павербиай подсчит*
    юнитэконом* когорт* пауэрби`,
  research: `research* researcher* survey* surveys questionnaire* poll polls focus fieldwork interviews respondent*
    test tests tested testing tester* abtest* experiment* qa study studies explore explored persona personas
    brainstorm benchmark* mystery shopper trial trials pilot piloting hypothesis hypotheses validate validat*
    validation hallway checklists исследован* исследу* исследоват* исследовал* опрос* опросник* опроси* анкета анкеты
    анкету анкет анкетир* фокус фокусгрупп* респондент* интервьюир* тест теста тесты тесте тестам тестир* тестов*
    протестир* потест* затест* тестировщик* юзабил* юзабилити эксперимент* гипотез* полевые полевое кастдев* кастдевы
    персоны замеры тайный тайного тайных пилот пилота пилотн* пилоте апробац* изучен* обследован* обследу*
    диагностик* маркетинговое прогон прогона прогнать прогоним чеклист* приемк*`,
  slides: `presentation* slide slides slideshow* slidedeck* deck decks pitchdeck* powerpoint ppt pptx keynote handout
    handouts onepager onepagers factsheet* whitepaper* infograph* annual yearbook pitch pitches prospectus kit
    mediakit* dossier portfolio* casestudy cases prezi презентац* презентаха презентах* презу преза презы презентух*
    презентов* презентацио* презентова* слайд* слайдик* пауэрпоинт* поверпоинт* питч* питчдек* дек дека раздатк*
    раздаточн* маркетингкит* медиакит* кейс кейса кейсы кейсов кейсе портфолио выступлен* доклад* докладчик*
    питчевать инвестпрез* ваншитер* ванпейдж* лифлеты`,
  strategy: `strateg* consult* consulting consultant* consultanc* consultation* advisor* advisory positioning gtm
    roadmap* vision mission goal goals objective* target targets aim aims proposition usp approach approaches
    direction directions framework methodology tactic* diagnosis businessplan* expertise expert experts analyst*
    advice advise advises advised стратег* страте* стратегич* консалт* консульт* проконсульт* консультант*
    позиционир* цель цели целей целью целям целевой целевая целевую миссия миссию миссии подход подхода подходы
    бизнесплан* бизнесмодел* утп эксперт* экспертиз* тактик* методолог* методик* концептуальн* направлен*
    рекомендаци* продуктолог* маркетстратег* диагност* видение видения гипотеза юнит аналитзаписк* оргконсульт*`,
  interior: `interior* architect* architecture architectural furniture furnish* furnishing renovat* renovation*
    refurb* refurbish* decorat* decorator* decor fitout floorplan* landscaping landscape garden gardening kitchen
    bathroom lobby reception showroom* wall walls ceiling floor floors flooring tiles tile wallpaper curtain* staging
    homestyl* 3dmax sofa sofas chair chairs desk desks shelf shelves wardrobe lamp lamps интерьер* архитектор*
    архитектур* мебел* меблир* обстановк* ремонт ремонта ремонте ремонту отделк* отделоч* отделочник* перепланиров*
    планировк* декор декора декором декоратор* декорир* ландшафт* озеленен* кухня кухни кухню стена стены стену стен
    стенам потолок потолк* обои обоев плитка плитки плитку штор* шторы жалюзи диван* кресл* стул стулья стульев полки
    полку шкаф* светильник* ресепшн* ресепшен* шоурум* зонирован* дизайнпроект* стеллаж* холл холла лофт* люстр*`,
  merch: `merch merchandise gift gifts giveaway* souvenir* tshirt* shirt shirts hoodie* cap caps mug mugs pen pens
    tote totes umbrella* notebook notebooks lanyard* keyring* keychain* badge badges pin pins uniform* workwear
    textile* embroidery embroider* apparel clothes clothing swag goodie* goody trophy trophies medal* hamper*
    giftset* personalised personalized engraved engraving engrav* magnet magnets сувенир* сувенирк* мерч мерча мерчем
    мерчу подарок подарк* подароч* подари* дарит* дарить футболк* футболок худи толстовк* толстовок кепк* кепок
    бейсболк* кружк* кружек ручка ручки ручку шоппер* шопер* зонт* зонтик* флешк* флешек ежедневник* брелок брелк*
    брелоч* значок значк* магнит* магнитик* ланъярд* униформ* спецодежд* одежда одежды одежду одежде вышивк* вышит*
    вышива* гравир* гравюр* кубок кубки медаль медали призы призов приз термокружк* термос* повербанк* бандан*
    жилетк* текстиль текстиля текстилем нанесен* набор набора наборы наборов`,
  material: `paper papers cardboard carton wood wooden metal metallic steel aluminium aluminum plastic plastics glass
    leather fabric fabrics cotton silk wool linen acrylic plexiglass vinyl rubber concrete stone marble brick
    ceramic* copper brass gold golden silver chrome matt matte matted glossy gloss coated uncoated kraft recycled
    laminated varnish lacquer texture textures textured thick thickness gsm hardcover softcover spiral stapled grain
    mdf plywood pvc foam felt бумага бумаги бумагу бумаге бумагой бумажн* картон* дерево дерева деревян* дубов*
    металл* сталь стали стальн* алюмин* пластик* пластмасс* стекло стекла стеклян* стекле кожа кожи кожу кожан*
    кожзам* ткань ткани тканей тканев* хлопок хлопк* шелк шелка шерсть льняной льняная акрил* оргстекл* винил* фольга
    резин* бетон* камень камня каменн* мрамор* кирпич* керамик* керамич* медь медн* латун* золот* серебр* хром хрома
    хромир* матов* глянец глянц* глянцев* мелован* немелован* крафтов* переработ* ламинат* лак лака лаком лаков*
    фактур* текстур* плотност* плотнее толщин* мдф фанер* пвх пенокартон* пеноплас* фетр* войлок* материал материала
    сырье сырья`,
  accounting: `accounting accountan* accounts bookkeep* bookkeeper* tax taxes taxation vat ledger* payroll payslip*
    salary salaries wage wages balance fiscal auditor* reconcil* reconciliation depreciation finance finances
    financial financials controller controlling declaration* filing bookkeeping expenses expense reimbursement* датев
    datev quickbooks xero invoicing paperwork receipts receipt treasurer бухгалт* бухучет* бухуслуг* бух буха буху
    бухи бухов главбух* налог налога налоги налогов налогам налоговый налоговая налоговой налоговую налогообл* ндс
    ндфл усн осно самозанят* зарплат* зп оклад* баланс баланса балансов сверк* сверок сверочн* аудитор аудиторск*
    аудиторы деклараци* учет учета учету учете учетом проводк* отчетност* первичк* первичн* эдо диадок* сбис контур*
    фин финанс* финансов* финансист* казначей* кассов* касса кассу кассе кассы чек чеки чеков чека расход* затрат*
    издержк* авансов* командировочн* сверить сверим закрывающ*`,
  law: `law laws legal legally lawyer* attorney* solicitor* notary* notaries court courts lawsuit* sue sued suing
    litigation gdpr accessibility wcag regulation* regulator* regulat* compliance compliant comply duty obligation*
    obliged fine fines fined inspection* inspector* license licensing copyright* trademark* patent* patents rights
    privacy policy policies terms disclaimer* imprint cookie cookies directive* ban banned forbid* forbidden
    prohibit* prohibited illegal legislation statutory certification закон закона законы закону законе законов
    законн* законодат* незаконн* юрид* юрист* юрлиц* юротдел* адвокат* нотариус* суд суда суду судом суде судебн*
    судить судит* иск иска иску иски исков* гдпр фз 152фз персональн* персданн* обработк* доступност* регулятор*
    регулир* регламент* норматив* норма нормы норм гост госта госты лицензир* штраф* оштраф* инспекц* проверяющ*
    роскомнадзор* ркн маркировк* ерид орд сертификац* патент* товарник* авторское авторские авторских права правообл*
    политика политику политики конфиденц* куки оферта оферты оферту офертой запрет* запрещ* претензионн* арбитражн*
    директив* соблюд* нарушен* нарушает* роспотреб*`,
  logistics: `logistic* deliver delivery deliveries courier* shipping shipment* ship ships shipped dispatch* parcel*
    freight cargo transport* transportation truck* trucks lorry van vans driver drivers warehouse* warehousing
    pallet* container* customs dhl ups fedex pickup postage packet packages forwarder* fleet route routes carrier*
    unload load loading haul supply supplies supplier* procurement отгруз* доставк* доставок доставл* достави*
    доставщик* курьер* логист* логистик* посылк* посылок бандерол* груз груза грузы грузов* перевоз* перевозк*
    транспорт* фура фуры фуру газель грузовик* водител* складск* паллет* поддон* контейнер* таможн* растамож* сдэк*
    сдек накладн* ттн самовывоз* экспедит* маршрут* поставк* поставок поставля* поставщик* поставщ* снабжен*
    снабженец вывоз* вывез* завез* завоз* привез* привоз* везут везем везет развоз* автопарк* разгруз* погруз*
    отправлен* растаможк* вагон*`,
  trades: `plumber* electrician* electric electrical carpenter* painter* builder* builders construction craftsman
    handyman repairman cleaner* cleaning cleaners janitor gardener* locksmith* welder* welding roofer* roof roofing
    heating boiler ventilation aircon hvac installer* installation mechanic* mechanics tyre* tailor* hairdresser*
    barber* beautician* moving movers pest laundry drycleaning upholster* glazier* insulation crane scaffolding
    excavat* drilling repairer elevator lift сантехник* электрик* электромонтаж* плотник* столяр* маляр* строител*
    строит строить стройк* стройматер* постро* каменщик* плиточник* кровел* кровля кровли мастер мастера мастеров
    мастеру мастерск* монтажник* установщик* уборк* уборщ* клининг* дворник* садовник* слесар* сварщик* сварк* сварка
    котел котла котлы котлов отоплен* вентиляц* кондиционер* автосервис* автомеханик* шиномонтаж* механик* швея швеи
    ателье парикмахер* барбер* маникюр* косметолог* грузчик* химчистк* прачечн* утеплен* бригад* прораб* отделочник*
    лифт* насос* сантехнич* проводка бурен* озеленит* монтажн* пусконалад* сборщик*`,
  food: `food foods catering caterer* restaurant* cafe cafes coffee tea lunch lunches dinner breakfast brunch meal
    meals eat eating ate snack* pizza sandwich* burger* sushi cake cakes bakery baker bread pastry pastries dessert*
    cheese meat fish fruit fruits vegetable* salad soup drink drinks beverage* beer brewery wine wines winery juice
    water canteen chef cook cooking buffet bbq grill chocolate* sweets candy honey dairy milk vegan delicious tasty
    taste еда еды еду едой кейтеринг* ресторан* кафе кофе кофейн* кофеек чай чая чаю обед обеда обеде обедать обеду
    ужин* завтрак* позавтрак* пообед* поужин* перекус* пицц* бутер* бургер* суши роллы торт торта торты тортик*
    пекарн* хлеб хлеба выпечк* кондитер* десерт* сыр сыра сыры мясо мяса мясн* рыбн* фрукт* овощ* салат* суп супы
    напит* пиво пива пивн* пивоварн* вино вина винн* винодел* сок соки вода воды воду столов* повар* кухонн* фуршет*
    шашлык* шоколад* конфет* меда молоч* молоко вкусн* вкус вкуса вкусы вкусняш* печеньк* печенье блюдо блюда блюд
    бариста продукты продуктов`,
  industry: `clinic* dental hospital* pharmacy pharmac* medical kindergarten university factory factories plant
    plants manufactur* industrial machinery farm farms farming agricultur* hotel* salon salons gym fitness spa
    dealership* garage bank banks banking insurance insurer realty realtor* estate property properties startup*
    nonprofit charity foundation museum* theatre* theater* church municipal* municipality government association tour
    tours tourism energy oil gas solar telecom automotive fashion cosmetics jewelry jewellery toys pets vet
    publisher* publishing clinic's клиник* стоматолог* больниц* аптек* медцентр* медицин* мед школа школы школу школе
    школ детсад* садик* универ* университет* вуз вуза колледж* институт* завод завода заводе заводы заводу заводск*
    фабрик* производствен* промышл* цех цеха цехе ферм* фермер* агро* агрохолдинг* салон* фитнес* спортклуб* спа
    автосалон* автодил* страхов* недвижимост* риелтор* риэлтор* жк новострой* девелопер* застройщик* стартап* нко
    благотворит* фонд фонда фонду фонде музей музея музею театр* церков* храм* муниципал* мэри* администрац*
    госорган* министерств* ассоциац* союз союза турфирм* турагент* туризм* турист* энергет* нефт* газ газов* телеком*
    автопром* мода косметик* ювелир* игрушк* зоо зоомаг* зоопарк* зоотовар* ветклин* издательств* банк банка банку
    банке банком банки банков банковск* отрасл* ниша нише холдинг* предприят* комбинат* кооператив*`,
  feature: `feature* features functionality function functions functional button buttons form forms field fields
    filter filters map maps slider sliders carousel calculator* registration registr* signup signin popup popups pop
    livechat chat notification* paypal stripe configurator* accordion dropdown* breadcrumb* counter toggle checkbox*
    wishlist timer autocomplete sort sorting qr qrcode* фича фичи фичу фич фичей фичк* функци* функционал* кнопк*
    кнопок кнопоч* форма формы форму форме формой форм формах формочк* поле поля полей полям фильтр* фильтрац* карта
    карты карту карте картой слайдер* карусел* калькулятор* регистрац* авторизац* попап* поп всплыва* чат чата чате
    чату чаты чатик* уведомл* личный личного личном эквайр* конфигуратор* аккордеон* выпадаю* хлебные крошки
    переключател* чекбокс* галочк* галочек избранн* таймер* сортировк* сортир* автозаполн* куар кьюар* квиз*
    онлайнзапис* опция опции опцию опций доработк* доработок модалк* подсказк*`,
  format: `format* formats size sizes sized resiz* resizing resolution* dimension* width height wide vertical
    vertically horizontal* square a3 a4 a5 a6 dpi pixel px cm mm inch inches pdf pdfs xls xlsx doc docx psd eps png
    jpg jpeg tiff svg mp4 mov mp3 ratio aspect crop margin margins gram weight centimetre* centimeter* metre* meter
    meters sqm kb mb gb hd fullhd 4k формат* размер* ресайз* разрешение разрешении ширин* высот* длин* вертикальн*
    горизонтальн* квадратн* квадрат* прямоуг* пдф пдфк* эпс псд пнг жпег джипег жпг ворд ворде ворда вордовск*
    сантиметр* миллиметр* метр метра метров см мм дюйм* пропорц* соотношен* мегабайт* мб гб гигабайт* пикселей
    габарит* отступ* кегл* интервал* межстроч* разрешенка а4 а3 а5 а6 альбомн* параметр* color colors colour* colours
    coloured colored palette* shade shades hue font fonts typeface* bold italic serif sans dark darker light lighter
    bright brighter brightness contrast* black white red blue green yellow orange purple violet pink grey gray brown
    beige turquoise navy gradient* transparent opacity pastel saturated warm warmer cold colder hex rgb colorful
    colourful highlight* цвет цвета цвету цветом цвете цветам цветах цветами цветн* цветов* цветокор* палитр* оттен*
    тона тоне тону тонов шрифт* гарнитур* курсив* жирный жирным жирнее засечк* темн* темнее светл* светлее ярк* ярче
    яркост* контраст* контрастн* черный черного черном черным черная черную черные белый белого белом белым белая
    белую белые красный красная красное красные красного красной красным красную синий синего синим синяя синюю синие
    голуб* зеленее желт* оранж* фиолетов* сиренев* розов* серый серого серым серая серую серые коричнев* бежев*
    бирюз* градиент* прозрачн* пастельн* насыщен* теплее теплые теплых теплый холоднее холодн* подложк* заливк*
    покрас* перекрас* раскрас* бордов* палитра`,
  file: `file files folder folders archive* source sources raw link links linked attachment* attached attach attaches
    attaching enclosed enclosure zip rar screenshot* screencast* dropbox drive gdrive wetransfer onedrive sharepoint
    download* downloaded upload uploads original originals document documents copy copies materials assets asset
    layer layers usb pendrive spreadsheet* folder's save saved saving файл* файлик* папк* папок папоч* архив*
    заархив* исходник* исход исходн* ссылк* ссылоч* ссылок сылк* вложен* вложил* вложи вложу прикреп* прикрепл*
    приложил* приложу прилага* приаттач* аттач* зип рар скриншот* скрин скрина скрины скринов скрине скринш*
    скринкаст* дропбокс* драйв гуглдиск* яндексдиск* скача* скачив* скачк* качается флешка флешке слой слои слоев
    слоям слоях материалы материалов материалам материалами материалах ассет* документ* документик* копия копии копию
    копий скан скана сканы сканов скану сохран* сохрани* редактируем* выгрузил* залил* комплект комплекта оригинал*
    обменник*`,
  access: `access accesses login* logins password* passwort passcode account accounts credential* creds permission*
    permissions invite invited invites inviting key keys token tokens username authenticate authenticat*
    authentication granted unlock unlocked locked signin verification доступ* логин* пароль пароля пароли паролей
    паролем паролю паролик* пасс учетк* учеток учетн* аккаунт* акк акка акаунт* акке разреши* разрешит* разрешен*
    приглас* приглаш* инвайт* ключ ключа ключи ключей ключом токен* юзернейм* авториз* аутентиф* верифик* разблок*
    залогин* залогинит* вход входа входе входить войти зайти зайду расшарь* расшари* расшарил* шарить админдоступ
    админские креды кредов гостев* пускает`,
  contact: `number numbers address* postcode postal contact contacts contacted contacting surname firstname lastname
    passport* id iban bic swift ein details detail requisites registered registry номер номера номеру номером номере
    номеров номерок телефончик* почтов* адрес адреса адресу адресе адресом адресов адресн* фамили* отчеств* фио инн
    кпп огрн огрнип бик окпо реквизит* контакт* контактн* контактик* паспорт* снилс расчетн* корсчет* прописк*
    юрадрес* координат* геоточк* юрлицо ооо ип ао зао пао оао ооошк* подробност* деталь детали деталей уточни*
    уточнен* уточня*`,
  contract: `contract contracts contractual contracted agreement* sow msa nda ndas act acts annex* addendum* addenda
    appendix clause* paperwork papers document* documentation protocol* deed covenant framework memorandum mou
    retainer offerte terms conditions counterpart* party parties addition addendums amendment* supplementary
    supplement* legalese letter loi certificate protocols договор* договорн* дог контракт* соглашение соглашения
    соглашению соглашением соглашений соглашениям допсоглашен* допик* допс дс акт акта акты актов акту актам актами
    актом приложение приложения приложению документ* документооб* доки доков бумага бумаги бумаг бумажк* бумажек
    бумажн* оферт* нда пункт пункта пункты пунктов протокол* разноглас* рамочн* меморандум* спецификац* упд
    закрывающие закрывашк* первичк* кипа экземпляр* двусторонн* подписант* стороны сторон условия условий условиям
    контрагент* доверенност* техприложен* сканкоп* реестр*`,
  sign_v: `sign signs signed signing signature* countersign* cosign* initial initialled initialed stamp stamps
    stamped seal sealed inked docusign esign esigned esignature autograph pen scan scanned scans scanning undersigned
    unsigned notarised notarized witnessed подпишу подпишем подпишет подпишут подпишите подпишешь подписать подписал*
    подписан* подписыв* подпись подписи подписью подписей подписант* подписание подписании подписания подмахн*
    подмахив* завизир* визир* виза визу визы визой росчерк* автограф* закорючк* печать печати печатью печатей штамп*
    проштамп* расписал* распиши* расписыв* эцп кэп укэп мчд электронно скан скана скану сканы сканом сканир* отскан*
    заверить заверен* заверил* заверя* парафир* скреп* синеньк* неподписан* переподпи*`,
  estimate: `estimate* estimat* quote quotes quoted quoting quotation* offer offers offered proposal* calculation*
    calculate* costing budget budgets budgeted budgetary breakdown ballpark figure kva pricing pricelist* bid bids
    tender rfp rfq kostenvoranschlag forecast rough roughly itemised itemized itemize scope смет* сметк* оценк*
    оценок оцените оценить оценим оценили оценил оцениваем оценива* посчита* просчит* просчет* обсчит* обсчет*
    рассчит* расчет* рассчет* расчита* прикин* прикид* прикидк* калькуляц* калькул* кп коммерческое предложение
    предложения предложению коммерч* коммерцен* прайс* прайслист* бюджет* бюджетик* ценник* вилка вилку вилке вилки
    разбивк* детализац* трудозатрат* трудоемк* себестоим* расцен* нормочас* итого тендерн* стоимост* подсчита*
    подсчет*`,
  price: `price prices priced pricing pricey cost costs costing costed costly fee fees rate rates rated tariff*
    charge charges charged charging surcharge* markup margin commission* hourly per sum sums amount amounts total
    totals euro euros eur dollar* usd pound pounds gbp rouble* ruble* rub franc francs tenge bucks grand k worth
    value flat monthly annual net gross цена цены цену цене ценой цен ценам ценами ценах ценов* ценообр* ценник*
    стоимост* стоит стоят стоить стоило стоила стоил тариф* прайс* почем расцен* ставка ставки ставку ставке наценк*
    надбавк* доплат* доплач* комиссия комиссию комиссии сумма суммы сумму сумме суммой сумм итог итого рубл* руб
    рублик* тысяч* тыс тыщ* тыр евро доллар* бакс* тенге гривн* косар* лям ляма лямов обойдет* обойдут* обошл* выйдет
    выйдут выльет* потянет дороже дешевле дорого дешево почасов* фикс фикса фиксирован* абонентк* оклад* платно
    бесплатн* обходит*`,
  invoice: `invoice* invoic* bill bills billed billing proforma receipt receipts dunning payable receivable
    outstanding overdue unpaid statement debit remittance balance purchase po ponumber net30 factur* rechnung inovice
    invioce счет счета счету счетом счете счетов счетам счетами счетик* счетфактур* сф инвойс* выстав* выставлен*
    выставля* выставь* закрывающ* платежк* платежек платежн* квитанц* квиток накладн* упд сверк* задолжен* задолж*
    долг долга долги долгов неоплач* просрочен* дебитор* дебиторк* пеня пени пеней перевыстав* бухгалтерск* реквизит*
    назначени* биллинг* оплатн* списан* списал* списыв*`,
  pay_v: `pay pays paid paying payer payment* prepay* prepaid prepayment* repay* deposit deposits advance advances
    downpayment* instalment* installment* transfer* transferred wire wired transaction* remit* refund* reimburs* cash
    paypal stripe sepa debit* bankwire payout* underpaid overpaid unpaid escrow оплат* оплач* проплат* проплач*
    заплат* заплач* уплат* уплач* выплат* выплач* доплат* предоплат* постоплат* платить плачу платим платит платят
    платите платил* платежк* платеж* платежн* аванс* авансир* задаток задатк* депозит* перевод перевода переводы
    переводом перевел* переведем переведу перевели перечисл* перечисля* транш* рассрочк* рассрочек отсрочк* безнал*
    безналич* наличн* наличк* нал наликом карточк* переводик возврат средств* возместит* возмещ* компенсир*
    компенсац* погас* погаш* рассчита* рассчиты* кредит* кредитк* транзакц* эскроу сбп`,
  money: `money cash funds finance fund wallet revenue turnover income profit profits profitable earnings earn earns
    earned earning loss losses debt debts savings capital invest invests invested investment* spend spending spent
    cashflow liquidity margin margins cents penny pennies salary deficit surplus bonus bonuses afford affordable
    fortune деньг* деньж* деньжат денег деньгам деньгами бабки бабок бабло средства средств средствами финанс*
    выручк* оборот оборота обороты оборотов доход* доходн* прибыл* прибыль рентаб* заработ* зарабатыв* убыт* убыток
    убытк* долг долги долга долгов долгу вложен* вложи* вложил* вклад вклада вклады капитал* инвестиц* инвестир*
    потрат* тратит* трата траты трат тратим растрат* кошел* карман* копейк* копеек копеечн* касса кассовый маржа
    маржу маржин* бонус* премир* экономи* сэкономи* лимит* окуп* окупа* бюджетн* деньжищ*`,
  cost_judge: `expensive cheap cheaper cheapest pricey costly overpriced affordable discount* rebate* reduction free
    gratis complimentary waive* waived courtesy special deal deals reasonable unreasonable inexpensive economical
    dear steep saving savings haggle* negotiat* bargain* competitive exorbitant premium luxury overcharg* ripoff
    tight дорого дорогой дорогая дорогое дорогие дорогущ* дороговат* дороговизн* недорог* недеш* дешев* дешевл*
    дешевк* удешев* подешев* подорож* удорож* дорожа* скидк* скидок скидочк* скидочн* бесплатн* даром задаром халяв*
    безвозмезд* выгодн* невыгодн* выгода выгоду экономн* бюджетненьк* бюджетно поторг* торгов* торгуем* торг уступ*
    уступк* уступок снизить сбросьте сбавьте подвин* подвиньт* переплат* переплач* завышен* завыси* заоблачн*
    космическ* конск* неподъемн* разумн* адекватн* акция акцию акции акций купон* промокод* кешбэк кэшбек кешбек
    бонусом подарком комплимент* лояльн* кусает*`,
  plan: `plan plans planned planning planner replan* schedule* scheduling timeline* timetable roadmap* calendar*
    gantt backlog* task tasks todo todos kanban trello jira asana notion sprint* agenda checklist* checklists
    priority priorit* workload pipeline project projects initiative* overview slot slots allocation arrangement* план
    плана плану планом плане планы планам планами планах планчик* планир* спланир* запланир* планов* планерк*
    перепланир* график* таймлайн* роадмап* роудмап* дорожн* расписан* бэклог* беклог* задача задачи задачу задаче
    задач задачам задачами задачк* задачек таска таски тасков таск трелло джира джире жире битриксзадач* ноушн*
    канбан* чеклист* проект проекта проекту проектом проекте проекты проектов проектам проектн* проектик* календарн*
    приорит* очередност* очередь очереди очередно этапност* порядок порядку повестк* пунктам сетев* гантт ганта`,
  brief_spec: `brief briefs briefing* briefed spec specs specification* specified specify scope scopes requirement*
    instructions instruction guideline* guidelines input inputs questionnaire* wishlist* userstor* usecase* criteria
    criterion deliverable* reference* references example* inspiration assignment* objective description* outline* tor
    rfp бриф* брифинг* брифик* тз техзад* техническое техническом технического задание задания заданию заданием
    задании заданий спецификац* специфик* спек спека спеки спеку требован* скоуп* вводн* вводные водные критери*
    референс* реф рефы рефов пример* опросник* постановк* пожелан* функциональн* описани* бриферить юзерстор*
    сценари* формулировк* исходные исходных условие техтреб* рамки рамках рамкам конкретик* подробн* нюанс*
    инструкци*`,
  stage: `stage stages phase phases step steps milestone* sprint sprints part parts portion* half batch batches round
    rounds wave waves iteration* tranche* interim intermediate halfway midway progress progressing status statuses
    percent percentage stepwise gradual* checkpoint* chunk chunks etap leg legs level levels этап* этапн* поэтапн*
    фаза фазы фазу фазе фаз стади* шаг шага шаги шагов шагу шагом пошагов* вех веха вехи веху вехам спринт* часть
    части частью частей частям частями частичн* порци* партия партии партию партий половин* полпути промежут*
    промежуточн* итерац* круг круга кругов волна волны волну очередной прогресс* статус* процент* процентов прогон*
    раунд* подэтап* последоват* постепенн* блоками ступен* уровень уровня уровне кусок куска куски кусков кусочк*`,
  version: `version* variant* option options optional alternative* alternat* draft drafts drafted revision* revis*
    revised iteration* edition* v1 v2 v3 v4 final finals finalversion finalized latest newest beta alpha rc rev
    corrected amended версия версии версию версий версией версиям версиях версионн* вариант* вариантик* варик варики
    вариков варианте черновик* черновой черновая чернов* редакц* редакция итерац* итерация чистовик* чистов* финал*
    финальн* финалочк* окончательн* альтернатив* правленн* исправленн* обновленн* доработанн* переделанн* бета бету
    альфа последняя последний последнюю последней свежая свежий свежую свежие корректур* изменен* первоначальн*
    исходный предпоследн* предварит*`,
  meeting: `meeting* meet meets met appointment* visit visits visited visiting session sessions catchup huddle
    standup retro discuss* discussion* talk talks talked talking conversation* negotiat* negotiation* boardroom
    gathering gather reschedul* attend attending attendance join joining joined minutes rsvp presence zoom skype
    meetup встреч* встреча встречк* встретим* встретил* встретит* встречаем* свида* визит визита визите визиты
    визитом приезд* приедем приеду приедет приедете подъед* подъех* заед* заех* заезжай* заскоч* заскоки* загляну*
    загляни* переговор* переговорк* обсуд* обсужд* обсуж* собрани* совещан* летучк* планерк* стендап* очно лично
    личная перегово* беседа беседы беседу побесед* общен* пообща* соберемс* сбор собираем* увидимс* увидемс* видимся
    видимс* пересеч* пересек* вживую офлайн присутств* зум зуме зума скайп* тимс телемост* митинг* митинга слот`,
  call: `call calls called calling caller callback* phone phoned phones phoning telephone* ring rang dial dialled
    hotline voicemail zoom skype teams speak speaking spoke spoken ringing hangup answerphone cellphone cell landline
    звон* звонк* звонок звоноч* позвон* перезвон* созвон* созвани* созваним* дозвон* дозванив* набер* наберу набрал*
    набираю набир* трубк* трубку телефон* колл колла колле звякн* звякни* вызов* связатьс* связалс* связыва* свяж*
    связь связи связался свяжитесь связаться пообщат* голосов* голосовух* войс войсы видеозвон* видеосвяз* зум зуме
    зума скайп* тимс тимсе гуглмит* телемост* конфколл* аудиозвон* автоответчик* секретар* слышно разговарив*
    поговор* переговор* прозвон* обзвон* обзван*`,
  mail: `mail mails mailed email emails emailed emailing inbox mailbox* letter letters message messages messaged msg
    msgs cc bcc thread correspondence outlook gmail whatsapp slack junk sender recipient addressee dm dms pm
    messenger* письм* писем письмец* мыло мылом мылу мейл мейла мейлом мейле мейлы мейлов мэйл* имейл* емейл* емэйл*
    имэйл* эмейл* почту почте почты почтов* почта почтой ящик* инбокс* входящ* исходящ* сообщение сообщения сообщению
    сообщений сообщен* сообщеньк* переписк* переписок переписыва* спам* месседж* мессенджер* месенджер* чат чата чате
    чату чатик* телег* ватсап* вотсап* вацап* воцап* вайбер* слак слаке слака личка личку личке смс смск* адресат*
    отправител* конверт письменн* аутлук* гмейл* аська группа группе группу тред треда треде ветка ветке ветку ветки`,
  travel: `travel* trip trips journey flight flights fly flying flew plane airport airline trains bus buses taxi
    taxis cab uber drive drives drove driving driver parking hotel* hostel* airbnb accommodation checkin luggage
    station stations metro subway tram depart* departure* boarding commute* ferry cruise tourist* businesstrip
    гостиниц* отел* отель хостел* бронь брони бронир* билет* рейс рейса рейсе рейсы рейсом самолет* аэропорт*
    авиабилет* поезд* поездк* поездок электричк* электричка вокзал* метро автобус* трамва* такси таксист* парков*
    парковк* пробк* пробках пробке маршрут командиров* командировк* поеду поедем поедет съезд* съездить съездил*
    ездил* ездить езжу ехать доехать доед* лететь летим летит прилет* прилета* улета* вылет вылета вылете вылетаю
    багаж* чемодан* виза визу визы апартамент* проживан* дорога дороге дорогу дороги машина машине машину машиной
    экскурс* трансфер*`,
  private: `family families wife husband mother mom mum father dad son daughter* kid kids child* baby babies brother
    sister grandma grandpa birthday* wedding* marri* divorce* funeral vacation* dentist doctor ill illness sick
    sickness flu fever covid corona headache surgery injur* recover* recovery health healthy dog dogs cat cats pet
    gym sport sports football soccer tennis hockey ski skiing marathon weekend* hobby hobbies sleep slept sun sunny
    weather rain raining snow snowing beach sea lake fishing семье семьи семью семьей семьям семья семейн* жена жене
    жену женой муж мужа мужу мужем мама маме маму мамы папа папе папу сын сына сыну дочь дочк* дочер* ребен* дети
    детей детям детьми детск* малыш* брат брата сестр* бабушк* дедушк* внук внучк* родствен* свадьб* свадебн* женит*
    замуж развод рождения днюх* отпуск* отпускн* врач* доктор* зуб зуба зубы зубной стоматолог* больниц* болею болеет
    болел* болит болезн* заболел* приболел* больничн* простуд* простыл* грипп* температур* ковид* корон* операци*
    здоровь* выздор* выздоравл* поправляй* собака собаку собаки собакой кот кота коту кошк* котенок спортзал* спорт
    спорта футбол* хоккей* теннис* лыжи лыжах бассейн* дача даче дачу дачи шашлык* погод* дождь дождя дождик* снег
    снега солнц* солнечн* жара жары море моря озер* рыбалк* выспал* выходн*`,
  greeting: `hello hi hiya hey heya hallo dear morning afternoon evening greetings greeting welcome regards rgds
    sincerely best yours bye goodbye ciao cu mr mrs ms sir madam team folks guys gentlemen ladies respectfully truly
    cordial* warmly howdy yo здравств* здравия здрасте здрасьте здрасти привет* приветик* приветств* добрый доброе
    доброго доброй добр день дня утро утра вечер вечера вечерочк* хай хэлло хелло хеллоу салют алло але ау пока
    покедова прощай* свидан* уважаем* уважаемая уважением уважен* искренн* коллеги коллег господин* госпожа господа
    друзья товарищ* дамы ребят* ребята наилучш* пожелан* всего хорошего приятного приятных ночи шалом дд дорогие
    дорогая дорогой приветствую`,
  thanks: `thank* thanks thanx thx tnx ty tks cheers grateful gratefully gratitude appreciate* appreciat* appreciated
    appreciation appreciative kudos hats hat bravo obliged indebted merci danke gracias lifesaver thankful thankfully
    tysm thanking credit tribute спасибо спасиб спасибк* спасибочк* пасиб* пасибо спс сяб благодар* благодарн*
    благодарю благодарствую отблагодар* признател* респект* респектос* мерси сенкс сэнкс сенк* поблагодар* поклон*
    поклоны кланяюсь дзякую рахмет спасибище огромное громадное сердечн* выручил* выручили премного ценим ценю
    благодарочк* пасибки`,
  polite_w: `please pls plz plse kindly would could may mind bother bothering trouble troubling favour favor possible
    possibly wonder wondering convenient convenience allow permit excuse pardon beg respectfully humbly gently chance
    opportunity whenever able courtesy courteous polite пожалуйст* пожалуйста пож пжл пжлст пжст плиз плз плис плииз
    будьте будь любезн* любезны добры благоволите соблаговол* затрудн* нетрудно могли можете мог могла возможности
    возможность удобно удобн* удобнее удобный неудобн* неудобство просьба просьбу просьбой прошу попрошу попросил*
    разреши* позвольт* позволь* позвол* извольте соизвол* беспоко* побеспоко* потревож* отвлек* отвлеч* отвлекаю
    обяжете окажите милости милост* убедительн* вежлив* желательн*`,
  apology: `sorry sorrry sry apolog* apologies apologise apologize regret* regrettabl* regretful excuse excuses
    pardon forgive* forgave forgot forgotten oversight inconvenience unfortunately sadly misunderst* misunderstanding
    mixup oops ooops whoops ashamed embarrass* guilty accident accidentally accidental inadvertent* извин* извини*
    извинит* извиня* извиняюсь извинен* прости простите простит* прощен* сорри сори соррян сорян пардон* каюсь каемся
    виноват* виновн* повинн* сожал* сожален* жаль жалко прискорб* увы оплошн* оплошал* недоразум* недопоним*
    недогляд* недосмотр* упустил* упущен* забыл забыла забыли забыв* забуд* запамятов* вылетел* проморг* проглядел*
    прозев* случайн* ненароком нечаян* неудобство неудобства неловк* стыдно опечал* загладит* заглажу косяк косяка
    косяки косячн* накосяч* лопухнул* затупил* замотал*`,
  approve_v: `approv* aprov* appr approval* preapprov* unapproved signoff signoffs sign accepts accepted accepting
    acceptance accept* endorse* endorsing blessing* ratif* authoriz* authoris* sanction* validate validated consent*
    permission* permit permits permitted clearance clear cleared agree agreed pass passes passed passing greenlight*
    greenlit vet vetted waved approve утверд* утвержд* утвержден* утверди* утвежд* утвержу одобр* одобря* одобрен*
    согласуй* согласуе* согласую* согласуют согласова* согласов* согласовыв* согласован* согласуйт* согласен согласна
    согласны соглас* пересоглас* досоглас* апрув* аппрув* заапрув* апрувн* апрувит* апрувьте акцепт* акцептов*
    принять принят принята принято приняты приму примем примет примете примите принимаю принимаем принимает
    принимаете принимайт* принял* приемк* завизир* визир* визу благослов* разреш* разрешен* санкцион* визирован*
    пропуск* пропусти* подтвержд* заверить авторизов* узаконит* ратифиц* неутвержд* неодобр* соглаш*`,
  confirm: `confirm* confirmation* comfirm* conifrm* confrim* acknowledg* verify verif* verified verification
    validate validat* attest* affirm* recheck assure assur* reassur* certify certified substantiate corroborat*
    guarantee ack roger noted understood corroborate confirmatory подтверд* подтвержд* подтвер* подтвержден* потверд*
    потвержд* подверд* подвержд* удостовер* удостоверя* заверя* заверен* завери* заверить убежда* убедит* убеди*
    засвидет* свидетельств* констатир* понял поняла поняли понятно ясно зафиксир* зафикс* фиксир* фиксируем отметим
    отметил* учтем учту учли учтено верифиц* перепровер* сверил* сверим акцептую плюсую плюсуем квитир* рапорт*`,
  ok_word: `ok oki okay okey okeydoke okie k kk fine alright alrighty lgtm yep yes yeah yup ya aye sure surely
    absolutely definitely certainly exactly precisely correct right indeed totally gladly agreed deal done perfect
    great good super cool roger noted okk okee jawohl affirmative нормуль ок окей окай окэй океюшки оке окич окс оки
    окок норм нормас* норма нормально нормик* нормал* ладн* лады ладно ладушки да ага угу дада конечно конешн*
    безусловн* разумеет* разумеется несомненн* именно верно точно точняк точнень* правильно хорошо хор отлично супер
    идет годится пойдет договорились заметано добро лан аг ессно естеств* естественно канеш* ясн ясно понял понятно
    принято плюс плюсик го верю поддерж* солидар* всеобяз* охотно запросто нехай хоккей соглас*`,
  green: `green greenlight* greenlit thumbs thumb nod nods nodded goahead blessing* carte blanche clearance cleared
    light lights signal signals lifted unlocked tick ticked checkmark stamp way clear hurdle waived through thumbsup
    ack flag flagged trigger отмашк* отмашку отмашка зелен* зеленый зеленая зеленку свет света свету светом добро
    кивок кивк* кивн* кивал* кивают сигнал сигнала сигналу сигнальчик старт старта старту стартуй* команда команду
    команды карт бланш путь пути галка галку галочка галочку палец пальцы пальца лайк лайкос* плюсик плюсики плюсан*
    благословен* одобрямс* отмаш вперед визы полный ход ходу пуск разрешение разрешения зеленого зеленым маячок
    маякн* маякни*`,
  satisfied: `happy happier happiest satisf* satisfied satisfactory satisfying content pleased pleasing comfortable
    suit suits suited suitable works worked fits fit fitted fitting glad match matches matched matching spot bang
    nailed agreeable acceptable appropriate quite convince convinc* convinced solid устраив* устроит устроят устроил*
    устрои* доволен довольна довольны довольный довольные удовлетвор* подходит подходят подходящ* подойд* подойдет
    подошл* подошел годит* годится годен годн* годно пойдет сойдет сгодит* нравит* нравится нравятся нрав понрав*
    понравил* приглян* пригляд* зашла зашли зашло зашел зайдет заходит ложится легло легла соответств* совпа* совпад*
    удачн* попал* попали попадан* точку точка яблочк* гармонич* органично смотрит* смотрится хорош хороша хороши
    хороший хорошая хорошее приемл* комфорт* удобств* убедил* убедительн* вполне`,
  choose_v: `choose chooses choosing chose chosen choice choices pick picks picked picking select* selection* prefer*
    preference* favourite* favorite* fav opt opts opted opting vote votes voted voting winner winners winning lean
    leaning leans tend shortlist* better best nicer closest strongest sooner finalist* elect выбер* выберем выберите
    выбери* выбир* выбира* выбрал* выбран* выбрать выбор выбора выбору выбором выборе отбер* отобра* отбор отбора
    отбира* предпоч* предпочт* предпочит* голос голосу* голосов* голосует проголос* победил* победит* победител*
    побежда* лучш* лучше фаворит* остановил* остановим* остановит* останавл* склоня* склонил* склонен склонн* тяготе*
    определил* определим* определит* приглянул* импонир* любим* симпатич* ближе подобр* подбор* шортлист* первенств*
    перевес* оптимальн*`,
  go_v: `take takes took taking taken go goes going gone went gonna let lets let's run runs running ran roll rolls
    rolling fire lock locked locking hit away off ahead onward commence adopt* adopted stick embrace берем беру берет
    берете брать брал* бери берите возьм* возьму возьмем взял* взяли взять идем иду идет идут идти идите иди пойти
    пойдем поеха* поехали поехал едем еду едет езжай* давай* давайте гоу погна* погнали погнал айда вперед пошла
    пошло пошел пошли жгите жми жмите жмем валяй* дерзай* действ* действуй* действуйте двинул* двинем двинули
    приступ* катим катите рулим рулите стартуем стартуй* пускай пустим пускаем пусть пускайте гони гоните крути
    крутите шпарьте фигач* пилим пилите мчим полетел* летим`,
  decide: `decide* deciding decision* decisive undecided verdict* conclude* conclusion* settle settled settling
    resolve* determine* determin* rule ruled ruling mind minds firm reject* judgment judgement outcome consensus
    majority unanimous* committee decree reach reached resolved решил* решила решили решать решаем решаю решает
    решают решайте решит решить решите решим решен* решени* порешал* порешали порешаем вердикт* заключен* определ*
    определен* определит* определяем определилс* постанов* постановил* постановлен* присуд* единоглас* единогласно
    большинств* коллегиальн* консенсус* комитет* худсовет* комисси* совет совета совете советом итог итоги итога
    итогам исход исхода передум* надума* раздум* размышл* поразмысл* взвес* взвеш* колеб* окончательно склонил*`,
  ordinal: `first firstly 1st second secondly 2nd third 3rd fourth 4th fifth 5th sixth 6th seventh 7th eighth 8th
    ninth tenth one left right upper lower top bottom middle central former latter a b primary secondary initial
    centre center первого первой первому первым первых первые первыми первый первая первую первом первое второй
    вторая второе вторую втором второго второму вторые вторых вторым третий третья третье третью третьего третьем
    третьим третьи трети четверт* пятый пятая пятое пятую пятого пятом шестой шестая шестое шестого седьм* восьмой
    восьмая восьмое восьмого восьмую восьмом девятый девятая десятый десятая левый левая левое левую левого левом
    левой левые слева правый правая правую правого правом справа верхн* нижн* сверху снизу середин* средний средняя
    среднее центр центре центральн* крайний крайняя крайнее крайнем следующ* предыдущ* оба обе обоих обеих обеим один
    одна одно одного одной одну`,
  proceed: `proceed* continue continues continued continuing continu* carry carries carried carrying move moves
    moving further forward forwards onward onwards start started starting starts begin begins beginning began begun
    kick kicked kickoff commence* resume* resuming initiate initiat* ahead progress progressing advance advancing
    dive tackle push pushing underway unfreeze продолж* продолжа* продолжим продолжаем двига* двигаем* двигатьс*
    двинем* двинул* дальше далее приступ* приступа* приступаем приступим приступить начина* начинаем начинайте начн*
    начнем начну начнет начать начал начали начат* начато начинать начало начала начни* стартова* стартует стартуем
    стартуй* стартан* стартанем старт старта возобнов* возобновл* разморо* трогаем* тронул* погнал* вперед переход*
    переходим перейд* перейти следующ* развива* разгон* взялис* беремся берусь возьмемся возьмусь продвиг* движен*
    движух* ускоряем* браться зачин* сдвин* сдвиг*`,
  publish: `publish* publication* publishing unpublish* launch launches launched launching relaunch* release*
    releasing deploy* deployment* live online production prod rollout rolled ship shipped shipping post posted
    posting upload uploads uploaded uploading air aired airing premiere golive publicly public activate activat*
    activation switched announce announc* announcement* unveil* reveal* debut appear appears appeared broadcast
    broadcasted опублик* публик* публикац* публикуем публикуй* опубликуй* запуск запуске запуску запуском запуски
    запуст* запуска* запущ* запустим релиз* зарелиз* релизн* деплой* задепло* выкат* выкатыв* выкатим выклад*
    выкладыв* выложи* вылож* выложен* выложил* выложу прод проде прода продакшн* продакшен* эфир* разместит размести*
    размещ* размещен* залив* заливай* зальем зальет зальете залили залит* залить постит* постим запост* запости*
    анонс* анонсир* анонсируем выход выхода выходит выходят вышел вышла вышли вышло выйдет выпуск* выпуст* выпуска*
    активир* включаем включит* показ показа обнародов* боевой боевую боевом онлайн вещан* премьер*`,
  objection: `objection* object objects objected remark* remarked comment* commented correction* edit edits
    amendment* amend amended concern* concerns note notes nitpick* nit nits tweak* tweaks quibble* reservation*
    pushback veto* redline* redlined markup markups suggestion* disagree* disagreement oppose* opposed против возраж*
    возражен* возразит* возразил* замечан* замечаньиц* замечаний правок правк* правки правочк* правочек поправк*
    поправок комментар* коммент* комменты комментов камент* каменты корректир* коррективы корректив* корректировк*
    корректировок исправлен* претенз* нарекан* недочет* недочеты придирк* придирок придира* придерем* несогласен
    несогласн* вопросов шероховат* пожелан* пожеланий вето отклон* отклоня* забраков* отверг* критик* критич*
    раскритик* протест* разноглас* уточнений ремарк* помет* пометк* пометок оговорк* оговорок ограничен*`,
  wait: `wait waits waiting waited await* awaiting awaited hold holds holding held patience patient patiently pending
    standby sit sitting sits idle idling linger* queue* queued bide anticipat* eager eagerly impatient* жду ждем ждет
    ждете ждут ждал* ждать ждите жди ждешь подожд* подождем подождите подождать дождемся дождал* дождус* дождутс*
    дожда* дожида* дожидаем* дождат* прожда* заждал* выжид* выждем выждать ожида* ожидаем ожидает ожидаю ожидан*
    ожидани* ждемс ждун стоим стоят сидим сижу сидят простаив* терпен* терпели* терпит* потерп* терпеть терплю
    нетерпен* наготов* очереди очередь замерл* замер замираем томим* держим держать подвисл*`,
  stuck: `stuck stall* stalled stalling block blocks blocked blocking blocker* bottleneck* hang hangs hanging hung
    freeze frozen froze pause* paused pausing halt* halted idle standstill deadlock gridlock limbo depend* dependency
    dependent jam jammed holdup obstacle* hurdle* barrier* impede* hinder* prevent* prevents suspended suspend*
    suspension bogged brake braking impasse завис зависа* зависл* зависаем зависит подвис* подвешен* застрева*
    застрян* застрял* застопор* стопор* ступор* стопит* стоп стопнул* затык* затор* тупик* тупике пауз* паузе паузу
    тормоз* тормозит* тормозим притормоз* простаив* простой простоя простои заблокир* блокир* блокер* упер* упираем*
    упирает* уперлис* мешает мешают мешал* препятств* помех* помеха преград* загвозд* заминк* заминок зацеп*
    приостан* приостанов* заморо* заморож* замерз* задерж* задержива* держит держите держат висит висят висим висел*
    повис* зависим зависимост* буксу* пробуксов* загорожен* отложен* отложил* откладыв* откладыва* стопорим`,
  idiom_body: `ball balls court courts thumb thumbs finger fingers hand hands arm arms eye eyes ear ears head heads
    heart hearts mind minds shoulder shoulders neck leg legs foot feet knee tongue lips nose face faces teeth stomach
    skin blood bone bones brain brains nerve nerves soul breath door doors window table desk boat boats fire fires
    bridge road corner bucket plate pie dot dots cross crossed cherry horse horses elephant rope ropes wall bullet
    мяч* мячик мяча мячом палец пальца пальцы пальцев пальцем пальцами пальцах рука руки руку рукой рук руках руками
    рукам глаз глаза глазами глазах глазом глазик* взгляд* ухо уши ушами ушей голова головы голову голове головой
    голов сердце сердцу сердца душа души душу душе плечо плеча плечи плечами шея шее шею спина спиной ног нога ногу
    ноги ногами ногах ногой коленк* коленке губ губы нос носа носу носом лицо лица лицу лицом зубам живот* кровь
    крови нерв нерва нервы нервах нервов мозг* мозги дыхан* дух духа духу дверь двери дверях порог пороге порога
    лодк* лодке корабл* пожар* пожаре мост мосты угол угла углу кость кости волос* ниточк* узел узла ребром вишенк*
    слон слона`,
  only_need: `only just merely simply solely single sole last missing left remaining remain remains outstanding
    except apart lacking purely exclusively formality formal остал* остало* осталось осталс* осталась остаетс*
    остает* останет* остальн* остаток остатк* только тока токо лишь лиш всего единственн* единствен исключительн*
    исключен* кроме чисто недостающ* недост* нужен нужно нужна нужны требует* последн* последний последняя последнее
    крайний крайняя формальн* формальност* мелоч* мелочь малое малым штрих штриха штрихи осталас*`,
  reply_word: `word words yes no answer* answered answering reply replies replied replying respond* response*
    responded feedback* opinion* thoughts verdict nod ping comeback hear hears hearing heard reaction* react reacted
    shout shoutout buzz line views rsvp acknowledgement слово слова слову словом словечк* словц* ответ ответа ответу
    ответом ответе ответы ответов ответит ответить ответь* ответи* ответил* отвечу ответим отвечае* отвечай* отвечаю*
    отвечал* отклик* откликн* реакц* реагир* отреагир* мнени* мненье фидбек* фидбэк* фитбек* обратн* обратка обратку
    обратки обратной отзыв отзыва отзовит* отзовис* отпиш* отписыв* отписат* отписал* скажите скажи сказать скажет
    скажут скажете знать дайте дай маякн* маякни* маякнит* черкн* черкни* напиши* напишите свистн* свистни* звякн*
    пингани* пинган* отмаякн* отбейт* отбить сигнальте слышать услыш* услышат* весточк* вестей вести весть кивн*
    отозв*`,
  remind: `remind* reminder* reminding reminded chase chases chased chasing chaser followup* followups follow
    following nudge* nudging ping pings pinged pinging poke bump bumping bumped forget forgets forgetting forgotten
    memory remember* recall recalls hassle pester* nag nagging resend resending unanswered напом* напомин* напомн*
    напоминаю напоминал* напоминан* напоминалк* напомнит* напомню вспомн* вспомин* запомн* помни* помнит* помните
    помню пинг* пингую пингов* пингану* пнуть пну пинаю пинать пинок пинка пинки дергать дергаю дергал* дерну*
    дернуть подерг* забыв* забыл* забудь* забыть забудет* повторю повтор* повторн* продублир* дублир* потороп* тороп*
    теребит* тереблю теребим тормоши* апну апаю апнуть ап вдогонк* контрольн* настойчив* надоед* спрашивал*
    спрашиваю* стучусь стучимся`,
  check_look: `look looks looked looking view views viewed viewing review* reviewing reviewed check checks checked
    checking glance* glimpse peek read reads reading reread proofread* inspect* examine* examin* compare* comparing
    comparison assess* evaluate* evaluat* skim eye watch watches watched watching observe* browse* browsing see sees
    seen seeing saw glancing посмотр* посматрив* смотр* смотрим смотрю смотрите смотрел* смотрит гляну глянем глянете
    глянул* глянут глянуть глянь* гляньте глянет* поглядет* погляд* глядя глядит* взглян* взгляни* взгляд* заглян*
    загляни* провер* проверь* проверьте проверяе* проверк* проверя* перепровер* оцен* оценит* оценива* ознаком*
    ознакомьт* ознакомит* прочит* прочт* прочес* прочл* почит* читать читаю читал* читаем читайте перечит* вычит*
    вычитат* просмотр* просматр* пересмотр* пересматр* отсмотр* отсматр* сравн* сравнив* сверить сверьте сверим
    сверк* изуч* изучит* изучаем изуча* увидел* увидим увидит увидеть увижу увидели увидет* видел* видеть вижу видите
    видит рассмотр* рассматр* осмотр* тестит* затест* чекн* чекни* чекнуть чекнем почек* зачек* вник* вникн* вникаю
    пробег* пробежа* пробежал* гляде* разгляд* позыр* зацен* заценит* полистат* полиста* пролиста*`,
  ask_v: `ask asks asked asking question* questions questioned inquir* enquir* enquiry enquiries inquiry request
    requests requested requesting query queries curious wonder wondered wonders wondering clarify clarif*
    clarification* interested interest appeal plead beg begged beseech quiz prompted вопрос* вопросик* спрос*
    спросит* спросил* спраш* спрашив* спрашивает расспрос* поинтерес* интерес* интересует интересуют интересно
    заинтерес* прошу просим просит просят просил* просить просьб* просьба попрос* попроси* попросят запрос* запроси*
    запроса запрашив* обращ* обращаем* обращен* обратил* обратит* обратим* уточн* уточни* уточня* уточнит* узнат*
    узнаем узнаю узнай* узнал* узнав* разузн* любопыт* выясн* выясни* выясня* осведом* допыт* умоля* задают задает
    задать задам задаю зададим задал* просител* недоумен*`,
  inform: `inform* information info infos tell tells telling notify notif* notice noticed know knows knowing known
    aware announce* announcing share shared sharing heads posted loop looped cc'd acquaint* disclose* reveal news
    clue mention mentions mentioning alert alerts alerted сообщить сообщил* сообщаю сообщае* сообщен* сообщи*
    сообщите сообщу сообщаем сообща* информ* информир* проинформ* инфа инфу инфы инфо информац* уведом* уведоми*
    уведомля* извест* известн* известит* извещ* извещен* оповест* оповещ* знать знаю знаем знает знаете знают знал*
    знай* знайт* расскаж* расскажи* рассказ* рассказыв* поведа* доложи* доложу доклад* доложит* докладыв* делюсь
    делитесь поделит* поделюсь поделис* поделим* предупред* предупрежд* предупреди* новост* новости новостей новость
    весть вести весточк* вкурс* курсе сведен* сведения отрапорт* рапорт* осведомл* просвет* анонсир* сигнализир*
    сориент* сориентир* отчита* отчитыв*`,
  send_v: `send sends sending sent resend* resent forward forwards forwarded forwarding fwd dispatch* drop drops
    dropped dropping pass passes transmit* submit* submitting submission* enclose* emailed throw отправ* отправл*
    отправьте отправит* отправлю отправим отсыл* отсыла* отошл* отослал* послал* пошлем пошлю пошлет пошлите посылаем
    посылаю посылает посылал* посылать посылае* посыла* пересыл* перешл* переслат* переслал* перешлит* пришлют пришли
    пришлешь пришлем пришлите пришлю пришлет присл* прислал* прислат* присыла* присылай* шлю шлем шлет шлите шли
    слать слал* вышлет вышлют вышлешь вышлем вышлите вышлю выслал* выслат* высыл* высыла* скин* скину скинь* скиньте
    скинем скинет скинул* скинут скидыв* скидыва* скинуть закину* закинь* закинем закидыв* кину кинь киньте кинем
    кинет кинул* кинуть кидай* кидаю кидал* кидать докину* докинем сбрось* сброшу сбросим сбросит* сбросил* сбрасыв*
    форвард* форвардн* направ* направит* направля* направьте дошлет дошлите дошлем дошлю досыл* рассыл* рассыла*
    разошлем разошлю разошлите разошлет разослал* закиньте вкинь* перекин* перебрось* переброшу подкин* заслат* зашлю
    зашлем`,
  receive_v: `receive* receiving received receipt recieve* recieved get gets getting got gotten obtain* pickup reach
    reached reaches arrive* arrived arrival incoming land landed inherit* gain gained fetch fetched retrieve*
    retriev* получ* получи* получил* получим получаем получа* получат* получен* получит* приход* пришел пришла пришло
    пришли придет придут дошел дошла дошло дошли дойдет доходит доходят поступ* поступил* поступит* поступл* поступа*
    забер* заберем заберу заберет забира* забрал* забрать добы* добыть добуд* раздобы* раздобуд* достучат* принятой
    схватил* поймал* поймать ловит* словил* урва* обрел* обретен* прибыло прибыла прибыл* прибуд* прибыти* входящ*
    выдали выдадут вручен*`,
  give_v: `give gives giving gave given hand hands handed handing handover* provide* providing provided provision
    supply supplies supplied supplying return returns returned returning lend lent grant granted grants surrender*
    assign* assigned issue issues issued issuing allocate allocat* donate дать дам даю даем дает дают дал дала дали
    дадим дадут дадите даст давать давал* выдам выдаем выдает выдадут выдадим выдан* выдава* выдать выдал* выдач*
    выдае* подать подам подадим подаем подал* подайте подач* переда* передам передать передад* передал* передач*
    передай* передава* отдать отдам отдаем отдает отдал* отдад* отдадим отдай* отдава* отдач* сдать сдам сдаем сдает
    сдаете сдают сдал* сдад* сдадим сдаст сдавать сдача сдачи сдачу сдаче сдан сдана сдано предостав* предоставл*
    предоставьт* обеспеч* обеспечи* обеспечив* снабд* снабж* снабжа* верну вернули верните верни вернем вернет вернут
    вернул* вернуть возврат* возвращ* возвраща* вручи* вручат* вручен* поруч* поручен* поручи* одолж* одолжи* подари*
    дарим выделит* выдели* уступи* предъяв* довезем довез* презенто*`,
  finish_v: `finish finishes finished finishing complete completes completed completing completion incomplete done
    ready readiness wrap wraps wrapped wrapping finalis* finaliz* finalise conclude* concluding close closed closing
    closes end ends ended ending accomplish* achieve* achieved polish polished polishing sealed executed fulfilled
    fulfil* fulfill* finito prepared готов готова готово готовы готовн* готовеньк* готовый готовая готовые готовую
    закончи* закончим законч* закончен* закончил* заканч* заканчив* оканч* окончен* окончани* окончит* окончить
    заверш* завершен* завершит* завершим завершае* доведем довест* доведу доведен* довел* доделай* доделать доделаем
    доделаю доделал* доделыв* доделк* допил* допилим допилю допилив* доработ* доработк* дорабат* доверш* дошлиф*
    шлиф* закро* закроем закрыт* закрыв* закрывае* закрыл* закрыть финализ* финалим финалит* финиш* финишир* финишн*
    подыт* сверста* свелис* кончи* кончил* кончен* конец конца концу конце исполн* исполнен* исполни* выполн*
    выполни* выполнен* выполня* осуществ* сделано дописа* дописыв* допишу дорисов* домонт* добива* добить добьем
    добил* осилил* осили* справим* справил* управим* управил* разделал* разделает* дотян*`,
  do_v: `do does doing did make makes making made perform* performed execute* execut* conduct* handle* handling
    tackle* tackling manage managed manages work works working worked act acting undertak* undertake create* creates
    created creating creation activity activities action actions делать делаю делаем делает делают делаете делал*
    делай* делается дел дела делу делом деле сдела* сделать сделаем сделаю сделает сделайте сделал* сделае* продела*
    проделали проделан* выполн* выполнит* соверш* осуществл* занима* занимаем* займем* займус* займет* займит* занят
    заняты занята занято занялис* занялс* трудим* трудит* трудил* труд труда потрудит* работа работы работу работе
    работой работ работам работаем работаю работает работают работал* работать поработа* поработат* проработ*
    прорабат* отработ* отрабат* созда* создад* создат* создае* создан* создал* творит* сотвор* организ* организуе*
    организов* ведем веду ведет ведут вели проведем проведет провести проведе* проведу проводи* провел* провест*
    поделаем подела* возим* возит* возня замут* замути* забацат* забацаем сваят* сварган* сообраз* смастер* действи*
    пилит* пилим`,
  prepare_v: `prepare* preparing preparation* prep prepped prepping set sets setting setup compile* compil* compiled
    assemble* assembl* collect collects collected collecting arrange* arranging sorting lay laid groundwork
    consolidate* consolidat* accumulate* summar* подготов* подготови* подготовим подготовлю подготовк* подготавл*
    приготов* приготови* готовим готовлю готовят готовьте готовил* готовить готовит* заготов* заготовк* наготов*
    собер* соберем соберу соберет соберут собери* собира* собираем собрал* собран* собрать насобир* составл* составим
    составит* состави* составьте сформир* формир* формирую* сформу* скомпил* компил* компонов* скомпонов* подбер*
    подберем подбира* подобрал* подобра* подборк* подборок накида* накидаем накидал* накидаю наброса* набросаю
    сверст* оформ* оформи* оформля* оформит* укомплект* комплект* свест* сведу сведем сведен* сводит* обобщ* резюмир*
    суммир* нарабо* наработк* приведу привед* приведем приводит* разлож* разложи* систематиз* упорядоч* структурир*`,
  write_v: `write writes writing wrote written rewrite* rewrote type typed typing draft drafted drafting jot jotted
    scribble edit edits edited editing compose* composed blogged formulate* formulat* fill fills filled filling enter
    entered author* writer writers напиш* напишу напишем напишет напишите написа* написал* написан* пиш* пишу пишем
    пишет пишите пишут писа* писал* писать допиш* дописа* пропиш* прописа* прописыв* перепиш* переписа* переписыв*
    выпиш* выписа* впиш* вписа* вписыв* запиш* записа* записыв* опиш* описа* описыв* распиш* расписа* расписыв*
    написани* сочин* сочиня* сочини* сформулир* формулир* излож* изложи* изложен* излага* заполн* заполни* заполня*
    заполнен* внести внесу внесем внесите внес внесла внесли внесен* вносит* вносим вношу правит правим правлю
    править отредакт* редактир* редачит* редач* автор автора авторы авторов писател* черкану* черкнул* конспект*
    тезис* набросать накатал* накатать строчит*`,
  build_v: `build builds building built rebuild* develop develops developed developing development redevelop*
    programming coding coded codes implement implements implemented implementing implementation produce produces
    produced producing production construct* constructed engineer* manufactur* craft crafted crafting configure
    configur* customi* customise custom bespoke scaffold* mvp develope devel разработ* разрабат* разработа*
    разработк* разрабатыв* развив* развити* развить построе* построи* выстрои* выстраив* строит* программир*
    запрограм* закод* кодит* кодим кодинг* напрограм* верст* сверст* произвед* производ* производи* производств*
    изготов* изготавл* изготовл* изготовит* конструир* сконструир* спроектир* проектир* проектиров* реализ* реализу*
    реализов* реализац* внедр* внедри* внедрен* внедря* создан* создав* создай* кастом* кастомн* кастомиз* самописн*
    запилит* запилим запилю запили* напилит* напилим сборк* сборка доработк* мвп сооруд* соорудит* шьем пошив* пошит*
    сшит* сшить отшит* штамповк* изобрет*`,
  order_v: `order orders ordered ordering reorder* preorder* booked booking bookings reserve* reservation* reserv*
    purchas* purchase buy buys buying bought procure* procur* commission commissioned commissioning acquire rent
    rents rented renting lease* leasing sell sells selling sold seller sales sale resale trade trading trades auction
    заказ* заказыв* заказа* закаж* закажем закажу закажите заказат* дозаказ* дозакаж* перезаказ* предзаказ* заявк*
    заявок бронь* бронир* забронир* резерв* зарезерв* покуп* покупа* покупк* купит* купить купил* купим куплю купите
    куплен* закуп* закупк* закупа* закупит* закупим закупок докуп* докупи* прикуп* приобр* приобре* приобрет* аренд*
    арендов* арендуе* лизинг* прокат* напрокат продал* продать продам продаж* продажа продает* продаем продаю продад*
    продав* продан* продава* продано сбыт сбыта реализац* торгу* торговл* торговат* сделк* сделок сделку сделка
    сделки`,
  repair: `fix fixes fixed fixing repair* restor* restore* correct corrects corrected correcting mend mended remedy
    remedied rectif* sort sorted troubleshoot* debug* debugg* reinstall* recover recovers recovered recovery undo
    undone revert* rollback straighten rescue* repairman overhaul* restart* reset resets cure solve* solved solves
    solving почин* починит* починим починил* чинит* чинят чиним чините починк* исправ* исправи* исправим исправл*
    исправля* исправьте поправ* поправим поправи* поправлю поправля* поправьте подправ* подправи* выправ* ремонт*
    ремонтир* отремонт* восстан* восстанов* восстановит* восстановл* отлад* отладк* отлаж* отладить пофикс* пофикси*
    фиксит* фиксят фиксите зафиксит* фиксани* наладит* налад* налаж* налажен* откат* откатит* откатим откатил*
    откатыв* устран* устрани* устраня* устранен* разрул* разрулит* разобрат* разберем* разберет разберитес* разбирае*
    разобра* подлата* залата* подшаман* подкрут* подкрути* воскрес* оживит* оживи* реаним* реанимир* перезапуст*
    перезагр* вылечи* лечит* ликвидир* урегул*`,
  setup_v: `install* installed installing installation configure* configuring configuration config setup setups
    connect connects connected connecting connection* integrate* integrating activate* activating enable* enabled
    enabling disable* disabled plug plugged mount mounted tune tuned adjust* adjusting calibrat* parametr* register
    registers registered registering embed embeds embedded embedding настро* настрои* настроим настройк* настраив*
    настройте перенастр* донастр* донастрои* установ* установи* установк* установим установлен* устанавл* переустан*
    поставь* постави* подключ* подключи* подключа* подключен* переподкл* соедин* соедини* соединен* включи* включит*
    включен* включа* выключ* отключ* отключи* отключа* активир* активац* деактив* вруб* врубит* вырубит* вырубает*
    налад* регулиров* отрегул* отстрои* конфигур* сконфиг* привяз* привяжи* привязк* привязыв* отвяз* отвязк*
    прикрут* прикручив* прикручен* встро* встраив* встроен* зарегистр* регистр* вкрут* вмонтир* смонтиров* развер*
    развернем развернут* разверт* инсталл* инстал* вшит* калибр* подстро*`,
  show_v: `show shows showed showing shown present presents presented presenting demonstrat* demonstration* demo
    demos displayed displaying exhibit point points pointed pointing highlight* walkthrough* screenshare example
    examples indicate* indicat* visible expose exposed показать показ показе показы показом показал* показыв* покаж*
    покажу покажем покажите покажет демонстр* демонстрац* демонстрир* продемонстр* представ* представи* представл*
    представля* презенто* презентов* указать указал* укаж* указыв* указан* экспонир* пример примера примеры примеров
    примеру например образц* отобраз* отобража* отображ* виден видна видно видны видать изобраз* подсвет* подсвети*
    подсвеч* показательн* наглядн* проявл* проявит* раскры* раскро* выведи* шеринг* шарю расшар* явит* засвет*
    прорекламир*`,
  stop_cancel: `stop stops stopped stopping cancel* cancell* canceled cancelled cancellation halt halts halted abort*
    abandon* abandoned cease* discontinu* suspend* suspended terminate* terminat* termination scrap scrapped
    scrapping shelve* shelved revoke* revok* withdraw* withdrew withdrawn void null annul* rescind* dissolve* shut
    shuts shutting shutdown stoppage postpone* отмен* отмени* отменя* отменит* отменим отменен* останови* останов*
    остановк* останавл* останавлив* прекра* прекращ* прекрати* прекращен* перестан* переста* перестал* приостан*
    приостанов* расторг* расторж* расторгн* расторгаем аннулир* отозва* отказ* отказа* отказыв* отказал* откаж*
    откажем* стоп стопим стопорнем сворач* свернут* свернем сверн* закрыва* завяз* завязыв* бросаем бросит* бросил*
    бросить броса* забросит* забросил* замороз* заморажив* заморож* отлож* отложи* откладыв* отключит* упраздн*
    ликвидац* отбой отставит* хватит баста разорв* разрыв* разрыва`,
  come_v: `come comes coming came arrive arrives arrived arriving arrival appear* appeared enters near nearby
    followed follows happen* happens happened happening occur* occurred occurs emerge emerges emerged encounter*
    приход* приходит* приходите приду придем придет придут приди придите приезж* приезжа* прибуд* прибыва* приехал*
    приехать подойд* подходи подъед* подъех* подъезж* заход* заходите зайд* зайду зайдем зайдите вошел вошли войдет
    входит входят войти выйти выйду выйдем вышел уйти уйдем уйду уезж* уезжа* уехал* уеду уедем возвращаюс* вернус*
    вернет* вернулс* вернулис* прийти придти случатьс* случает* случил* случит* произойд* произош* происход* состоит*
    состоял* бывает бывал* наступ* наступит* наступил* появ* появил* появит* появля* возник* возникл* возника*
    настан* настал* нагрян* явил* добрат* добер* доберус*`,
  keep_v: `keep keeps keeping kept remain remains remained stay stays stayed staying retain* retaining preserve*
    preserv* stick sticks sticking stored storing unchanged untouched intact stable steady constant constantly
    unchanging оставл* оставля* остав* остави* оставим оставьте оставил* оставит* остатьс* останемс* останус*
    останетс* сохран* сохрани* сохраня* сохранен* сохранит* держат* держать держим* держи держит* держите держал*
    удерж* удержива* удержат* храни* хранит* хранен* хранил* придерж* придержив* сберег* сберечь беречь берег*
    бережем бережн* неизмен* неизменн* нетронут* прежнем прежний прежняя прежнее прежние прежних прежнего стабильн*
    постоянн* постоянно закреп* закрепи* закрепл* запас* запаса запасн* припас* придерживаемс* удержан*`,
  use_v: `use uses used using usage useful usefulness reuse* reusing utilise* utiliz* apply applies applied applying
    exploit* operate operates operated operating consume* benefit* benefits leverage* practice practise practical
    handy helpful relevant applicable serve serves served serving recycl* usable исполь* использ* использу*
    использов* примен* применя* применен* применит* пользу пользует* пользуем* пользуюс* пользоватьс* пользовалс*
    пользовалис* пользоват* воспольз* воспользу* задейств* задействов* эксплуат* утилиз* пользой польза пользы
    полезн* полезно пригод* пригоди* пригодит* пригодн* практич* практик* практичн* употреб* служит служил* послуж*
    применим* актуальн* востребов* опериру* переиспольз* руководствов* орудов*`,
  help: `help helps helped helping helper* helpful assist* assistance assisting rescue* rescued aid aided relieve*
    relieves guidance cover salvage* facilitate* facilitat* contribut* accompany* accompan* care cares помога* помог*
    помоги* помогите помож* помочь помощ* помощь помощи помощник* подсоб* подсобит* подсоби* подмог* подмога выручил*
    выручат выручи* выручит* выручай* спасател* спасем спасет спасу спасай* спасите спасти спасит* содейств*
    посодейств* поддерж* поддержи* подскаж* подскажите подсказ* подсказк* посовет* посоветуй* совет совета советы
    советов советуй* консульт* консультац* проконс* ассист* подхват* подхвати* подстрах* подстрахов* прикро* прикрой*
    прикрыт* пособ* пособит* облегч* облегчи* разгруз* разгрузит* услуж* сопровод* сопровожд* впряг* впряж* позабот*
    забот* заботит* заботу опека опек* курир*`,
  explain: `explain* explanation* explains clarif* elaborat* describe* describ* description* detail details detailed
    understand* understood understanding unclear clear clearly clearer meaning mean means meant sense justify*
    justif* argu* argument* define* definition* specify* specif* instruct* confused confus* confusing misunder*
    obscure vague vagu* объясн* объясни* объясня* объяснен* разъясн* разъяснен* поясн* поясни* пояснен* пояснит*
    растолк* растолкуй* толкова* толков* раскрой* распиш* понят* понятн* непонят* непонятн* понима* понимаю понимаем
    понимат* понимани* понял* поймем пойму поймет* пойми* ясно ясност* ясн* неясн* вразум* невразум* внятн* невнятн*
    означ* означа* значит значен* смысл* смысла подразум* виду аргумент* аргументир* обоснов* обоснуй* обоснован*
    оправд* описа* описыв* подробн* подробнее детальн* детально запутал* запутан* путан* путаниц* путает* расшифр*
    расшифруй* разжев* истолк* проясн* проясни*`,
  change_v: `change changes changed changing changeover alter alters altered alteration* modify modif* modification*
    adapt adapts adapted adapting adaptation adjust* adjustment* revise* revising rework* redo redid redone redesign*
    rethink* rearrange* reorgani* reshape* reshuffl* restructur* convert* transform* turn turned turning vary shift
    shifts shifted differ* evolve* tweak tweaks tweaked switch switched remake* overhaul* изменя* измени* изменит*
    изменил* изменен* меняю меняйт* менял* менять меняем меняет меняют поменя* поменяй* поменять сменит* смени*
    сменил* смена смену смены сменой перемен* передел* переделк* переделай* переделыв* переработ* перерабат* перекро*
    перекраи* переосмысл* переоформ* передума* перестро* перестраив* переверст* перетасов* переупаков* переписат*
    адаптир* адаптац* модифиц* видоизм* преобраз* преображ* трансформ* скорректир* корректир* доработ* подогна*
    подгон* подстро* переиграт* переигр* переигра* развернул* разверн* поворот* пересобра* пересобер* иначе инач*
    иной другой другая другое другие других другую другого другому другим переключ*`,
  replace_v: `replace* replacing replacement* swap* swapped substitut* exchange* exchanging instead switch switching
    alternative* succeed successor* supersede* stead lieu trade takeover renew* renewed backfill* interchang* change
    замен* замени* заменит* заменя* замена замену замены подмен* подмени* подменя* обмен* обменя* вместо взамен
    заместо альтернатив* сменщик* преемник* смена смены смену смене сменит* сменил* сменя* смени* замещ* замещен*
    замест* помена* поменят* переставит* перестав* перестановк* пересад* переход перехода переходе переходу перейти
    перейдем переходи* переходим пересест* поставить подстав* подстави* аналог* дублер* другую другой запасной
    запасного наследник* перекл* взять сменял*`,
  remove_v: `remove* removing removal delete* deleting deletion erase* erasing cut cuts cutting drop dropped
    eliminat* exclude* excluding excluded omit* omitted strip stripped clear cleared clean cleaned cleanup crop
    cropped discard* dispos* rid uninstall* takedown withdraw* hide hides hidden hiding trim* trimmed shorten*
    shortened shorter reduce* reduced reducing less minus without wipe* wiped purge* убер* уберем уберите убери
    убрал* убрать убира* убираем уборк удалить удали удалите удалим удалил* удален удалена удалены удалено удалени*
    удалит* удаля* вычеркн* вычеркив* вычеркнут* стере* стереть стирает* стер исключ* исключи* исключен* исключа*
    вырез* вырежи* вырежем выреж* выкин* выкинь* выкинуть выброс* выбросит* выкидыв* выбрас* снять сними* снос*
    снести снесем ликвид* избав* избави* избавит* спрята* спрячь* спрячем скрыт* скрой* скрыв* сократ* сокращ*
    сократит* урез* урежем уреж* подрез* обрез* обрежь* обрезать отреза* отреж* укорот* укороч* короче покороче ужат*
    ужать ужим* сжать сжат* подчист* почист* чистк* чистить зачист* вычист* минус долой без выпил* выпилит*
    выпиливаем`,
  add_v: `add adds added adding addition additions include includes included including inclusion insert* inserted put
    puts putting squeeze* throw throws throwing thrown integrate* attach* attached append* extend* extended extending
    extension expand* expanded enlarge* complement* supplement* connect* hook embed* enrich* incorporat* introduc*
    introduce* bolt onboard stick tack slip pop fit добав* добавл* добави* добавк* добавит* добавля* добавьт* дабав*
    добавочк* включи* включит* включа* включен* включая вставк* встави* вставл* вставьте встав* прикрут* прикручи*
    прикрутить придела* приделай* приделать приделаем внедр* втис* втисн* втиснуть подключ* подключи* интегр* расшир*
    расшири* расширя* расширен* дополн* дополни* дополня* дополнен* дополнит* встро* встраив* всун* всунь* всунуть
    засун* засунуть впихн* впихнуть запихн* запих* докрут* докручи* докрутить допил* довесок довеска довески навес*
    навесит* навеши* накин* накинуть подкин* приплюс* присовокуп* приложит* присоедин* прицеп* прицепи* прикле*
    пристро* пристраив* достро* досып* дорис* допис* доснят* досня* доклад* довлож* доклеит* впендюр* вкорячить
    вкоряч* подсел* разместит* ввести введем введите вводим введен* ввод`,
  extra: `also another additional additionally addition extra extras more further too plus besides furthermore
    moreover second likewise aswell bonus spare supplementary supplement* beyond over above extend upsell upgrade*
    parallel meanwhile simultaneously while occasion well additonal aditional secondly thirdly ps еще также тоже
    дополнит* дополнительн* дополн* доп допа допы допов допник* допом допработ* допуслуг* допол заодно вдобавок сверх
    сверху помимо плюс плюсом вдогонку вдогон параллель* параллельно попутно кроме впридачу придачу нагрузку довесок
    бонусом лишний лишняя отдельно отдельн* вдобав прибавк* добавочн* добавк* одновременн* заод мимоходом походу
    кстати зс пс постскриптум второй* вторая второе внепланов* незапланир* сверхурочн* сверхпланов* апсел* расширенн*
    заказом попутн* прицепом`,
  more_up: `more greater bigger larger longer wider higher additional increase* increased increasing increases
    double* doubled doubling triple* tripled twice thrice multiply multipl* boost* raise* raised raising up upscale
    scale* extend* extended enlarge* lengthen* grow expand max maximum maximal instead most many several lots much
    dozens hundreds thousands plenty numerous extra bulk volume volumes quantity amount number больше побольше более
    множеств* много многие многих многое немало увелич* увеличи* увеличен* увеличива* удво* удвои* утрои* вдвое втрое
    вчетверо двойн* тройн* умнож* прибав* прибави* прибавля* наращ* нарас* нараст* нарасти* подня* подним* поднять
    поднимем повыс* повыси* повыша* повышен* расшир* удлин* удлини* длиннее шире выше крупнее толще максимум*
    максимал* объем* объема объемы количеств* тираж* масса массу массы массов* куча кучу кучи десятк* десятки сотн*
    сотни тысяч* кратн* кратно многократн* масштаб* подольше несколько пара пару парочк* дофига завались уйма уйму`,
  move_v: `move moved moving moves postpone* postponing reschedul* shift* shifted shifting push pushed pushing delay*
    defer* deferred transfer* transferred relocate* relocat* bring forward earlier later swap prolong* extend*
    extended extension adjourn* slide slid bump bumped rebook* rearrange* carry over premature prepone drag перенес*
    перенести перенос* переноси* переносим перенесен* сдвин* сдвинут* сдвинуть сдвига* сдвиг* сдвигаем отодвин*
    отодвиг* подвин* подвинуть передвин* передвиг* пододвин* смести* смещ* смещен* отлож* отложи* отложим отклад*
    откладыв* отсрочк* отсроч* продли* продлит* продлен* продлев* пролонг* пролонгир* перенаправ* перетащ* перетаск*
    переехал* переезж* переезд* переед* перемест* перемещ* перенастр* перекид* перекин* перебро* попозже позже
    пораньше раньше позднее перебронир* перезапис* переназнач* переигра* ускорит* ускори* затян* растян* растянуть
    подождет подожд* притормоз* съехал* съезж* поехал* сползл* уехал*`,
  promise: `promise* promising promis* commit commits committed committing commitment* guarantee* guarantees
    guaranteed guaranteeing warrant* pledge* vow vows vowed swear swore sworn assure* assuring assurance* undertake*
    undertook word count rely relying reliance bet ensure* ensuring honour honor obliged vouch* stake definitely
    certainly surely latest firmly binding bind bound oath iron trust believe obligation* responsib* accountab*
    answer обеща* обещаю обещал* обещан* обещани* пообещ* обязу* обязуемс* обязател* обязательств* обязательно
    гарант* гарантир* гарантирую гарантии гарантия слово слову словом честн* честное ручаю* ручаемс* руча* поручит*
    клян* клянусь клятв* покляст* заверяю* заверил* заверя* уверя* уверяю уверяем уверен уверены уверена железн*
    железно железобет* точно стопроц* стопуд* сто зуб кровь носу непременн* наверняк* всенепрем* отвеча* ответственн*
    берус* беремся возьмус* возьмемся будет сделаем непременно подвед* подведем подведу подвел* кость костьми расшиб*
    лепешк* гадом несомненн* рассчитывайте рассчитыв* положит* твердо тверд* крест`,
  deadline: `deadline* due date dates dated milestone* handover* delivery term terms target targets timeframe*
    timeline* turnaround eta cutoff latest overdue duedate expiry expire* expires deadlin dedline limit final ending
    launchdate release kickoff schedule completion slot window urgent submission срок* сроки сроков срока сроку
    сроках сроком срочк* дедлайн* дэдлайн* дедл* дедлаин* дата даты дату дате датой дат датах рубеж* веха вехи сдача
    сдачи сдаче сдачу сдаем сдадим сдать готовност* запуск* релиз* финиш* финиша крайняя крайнее крайнем край крайний
    предельн* предел* число числа числу числом чисел числах окончан* заверш* окончани* истечен* истека* просроч*
    ориентир* ориентировочн* плановый планов* горизонт* период* периода отрезок тайминг* таймфрейм* календарн* этапа
    графику графика контрольн* точка точки точке`,
  limit_prep: `by until till before after within latest between from to on at in through during around about than
    upto up past since prior ahead next end eod eow eom cob beginning middle mid start close sooner upon throughout
    along per via over under early late к ко до через за в во на с со по от из около позднее позже поздн* раньше
    течение течении теч концу конца конце конец начало начале начала началу середин* середине середина период между
    внутри накануне спустя перед пред ближе ближайш* ближ промежут* пределах предел* включительно вплоть минимум
    максимум крайний крайнем после вслед ровно окончания истечен* понедел* будущ* следующ* протяжен* рамках раньш*`,
  date: `monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays
    sunday sundays mon tue tues wed thu thur thurs fri sat weekday* weekend weekends midweek week weekly january
    february march april may june july august september october november december jan feb mar apr jun jul aug sept
    sep oct nov dec calendar monthly montag tuseday wendesday wensday thrusday febuary понедельник* пн вторник* вт
    среда среду среды среде средам ср четверг* чт пятниц* птн пт пятнич* суббот* сб воскресен* воскресень* вс вск
    будн* будний буднях выходны* выходной недел* неделя неделе неделю недели понед январ* феврал* март марта марте
    марту мартовск* апрел* май мая мае маю майск* июн* июл* август* сентябр* октябр* ноябр* декабр* янв фев апр авг
    сен сент окт нояб дек число числа месяц* уикенд* уикэнд* тринадцат* четырнадц* пятнадц* шестнадц* семнадц*
    восемнадц* девятнадц* двадцат* тридцат*`,
  day_time: `hour hours oclock o'clock am pm minute* min mins seconds morning mornings afternoon* evening* night
    nights midnight noon midday lunchtime early late time times clock daytime tonight overnight dawn cet utc gmt msk
    timezone working slot slots daily day days час часа часов часу часам часик* часики полчаса полтора утра утро
    утром утренн* утру утречк* дня день днем дневн* полдень полудн* пополуд* вечер вечеру вечера вечером вечерн*
    вечерк* ночь ночи ночью ночн* полноч* минут* минутк* минуточк* секунд* секундочк* обед обеда обеде обеду пообед*
    предобед* рань рано ранн* поздн* поздно время времени временем времечк* мск минск гринвич* рабочего рабочее
    рабочие рабочих сутк* суток сутки дни дням днях дней днями денек деньк* смена смену часовой часовом пояс рассвет*
    заря зари завтрак* ужин* спозаран* допоздн*`,
  today_now: `today todays today's now tonight currently current presently immediately momentarily moment instant
    instantly straightaway straight here already present ongoing actual nowadays meantime meanwhile just recently atm
    todya tody rightaway thismorning сегодня сегодняш* сегодн* седня сегдня сегодняшн* сейчас сейчс щас счас ща щяс
    теперь теперича нынче ныне нынешн* текущ* немедл* немедлен* незамедл* тотчас тут тутже сразу моментальн* момент
    момента моменте мгновен* мигом настоящ* данный данном данного актуальн* прямо нынеш* скоренько онлайн реальном
    сию минуту сиюмин* доныне сей сегоднячк*`,
  soon_future: `tomorrow tomorow tommorow tomorrow's tmrw tmr soon sooner soonest later shortly upcoming next
    following future forthcoming coming eventually subsequent* subsequently nearest near nearer afterwards after
    thereafter then presently ahead will overmorrow someday sometime whenever prospect* outlook plan planned intend*
    intent intention* завтра завтраш* завтреш* завтре послезавтр* скоро скорее скорей скорого скором вскоре скорейш*
    потом после затем далее позже позднее попозже будущ* будущем будущее следующ* след грядущ* предстоя* предстоит
    предсто* ближайш* ближайшее ближ нибудь однажды впредь дальнейш* перспектив* намечает* намечен* намерен*
    намеревает* собирае* собираюсь собираемся планируе* запланир* планирую днях перво наперед вперед впереди надвига*
    ожидает* намерени* намере* попозж* вот недалек* недалекое`,
  past_time: `yesterday yesterday's ago last earlier previously previous prior past already before former formerly
    was were had been did used recently lately older since history historic* historical* originally initially
    original initial begin ancient old preceding decade* century prev вчера вчераш* позавч* позавчера накануне назад
    прошлое прошлых прошлый прошлая прошлом прошлого прошлой прошлую прошлые прошлогодн* предыдущ* преды* раньше
    ранее ранний прежде прежн* прежний уже бывш* бывший бывало давно давнишн* давеча недавн* недавно истори* история
    некогда однажды тогда тогдаш* был была было были бывал* изначальн* первоначальн* сначала сперва вначале поначал*
    исходн* первоначал* минувш* позапрошл* старой старого тому намедни ранешн* доселе прошедш* прошло прошел прошли
    миновал* десятилет* столет*`,
  duration: `day days week weeks fortnight* month months year years quarter quarters hour hours minutes period
    periods duration lasting last lasts lasted takes take took spent spend long longer longest short shorter time
    lengthy throughout while lifetime permanent* temporary temporar* whole full annual* yearly half semester decade
    decades workday* weekdays business timespan день дня дней дням дни днями денек деньк* сутки суток недел* недельк*
    неделя неделю недель месяц* месяца месяцев месяцам месячн* год года году годом годы годам лет летн* годик*
    квартал* полгода полугод* полмесяц* полтора полутора двухнедел* трехдневн* двухдневн* недельн* годовой годовая
    годовое ежегодн* многолетн* длител* длительн* длится продолжит* продолжительн* долго долгий долгая долгое долгие
    дольше подольше недолго краткоср* долгоср* временн* временно период* периода периоде занима* займет заняло занял
    заняла заняли уйдет ушло ушли потратит* бессрочн* навсегда постоянн* вечно вечность сутками неделями месяцами
    годами часами`,
  season: `spring springtime summer summertime autumn winter wintertime season seasons seasonal* offseason semester
    quarter q1 q2 q3 q4 h1 h2 yearend midyear halfyear annual* yearly august december january harvest term fiscal
    heating snow весн* весна весной весну весны весен* лето лета лету летом лете летн* осень осенью осени осенн* зима
    зимы зиму зиме зимой зимн* сезон* сезона сезонн* сезонност* межсезон* квартал* полугоди* полугодов* год года году
    годом учебный учебного сентябр* декабр* январ* летнего пляжн* отопит* дачн* урожа* жаркий пик пика пики пиков*
    слякот* мороз* жара листопад* семестр* триместр* предсез*`,
  occasion: `christmas xmas easter halloween thanksgiving blackfriday valentine* ramadan diwali hanukkah carnival
    oktoberfest holiday holidays festive anniversary anniversaries jubilee* birthday* graduation sale sales promotion
    season newyear eve celebration* celebrat* opening openings premiere olympics championship tournament election*
    school wedding weddings mother's mothers father's independence labour gift party рождеств* новогод* новогодн*
    пасх* пасхальн* масленич* маслениц* хэллоуин* хеллоуин* распродаж* акция акцию акции акций праздник* праздничн*
    предпраздн* предновогод* праздн* марта восьмое восьмого февраля двадцатьтрет* годовщин* юбиле* юбилей* летие
    летия летию тридцатилет* двадцатилет* десятилет* пятилет* выпускн* выпускной первосентябр* сентября ураза курбан
    рамадан* наурыз* др корпоратив* олимпиад* чемпионат* турнир* выборы выборов выборам свадьб* крестин* открытие
    открытия открытию открытием салют* елка елки елку елочн* мандарин* дед снегуроч* валентин* киберпонедельник`,
  frequency: `always never often oftentimes sometimes usually usual regular* regularly rarely seldom frequently
    frequent* every each everyday daily weekly monthly yearly annually hourly constantly constant continual*
    permanently repeatedly times time occasionally occasional generally normally typical* typically commonly
    periodic* biweekly quarterly twice once thrice nonstop forever ever per recurring recurrent всегда никогда часто
    частый частая частые частенько чаще иногда порой порою обычно обыч* обычный обычная обычном регулярн* регулярно
    редко редкий редкая изредка реже каждый каждая каждое каждую каждые каждого каждой каждом каждым ежедневн*
    еженедел* ежемесяч* ежегодн* ежеквартал* ежечасн* постоян* постоянно постоянная постоянную непрерыв* беспреры*
    раз раза разы периодич* периодически временами вечно вечн* бесконеч* систематич* стабильно традицион* правило
    обыкновен* неоднократ* многократн* повседнев* единоврем* разов* разовый разово однократн* дважды трижды
    круглосуточ* круглогодич* сутками`,
  again: `again repeat* repeatedly repeated repeating once second third anew afresh same re yet twice anymore redo
    repetition recurring renewed return* resume* reopen* resubmit* encore агайн опять снова сново вновь заново
    повтор* повтори* повторн* повторно повторя* повторен* раз второй третий четвертый пятый который очередн*
    очередной очередная сызнова обратно вторично перезакл* повторит* вернуть* возвраща* возврат* продублир* дубль
    дублир* возобнов* переза* перезапис* переделыв* та же тот самый прежн* прежние опятьже сотый десятый дважды
    трижды`,
  still_already: `still yet already anymore far meanwhile ever finally eventually lastly ultimately hitherto
    nonetheless stay till now remains since just long ages eternity forever longtime еще пока покамест сих пор пору
    поры уже уж давно давненько наконец наконецто таки доныне поныне прежнему никак целый целую вечность долго
    заждал* заждались жд вот даже покуда доселе неделю месяц тянется висит лежит валяется пылится воз ныне`,
  late: `late later lateness belated* delay* delayed delaying delays overdue behind miss misses missed missing slip*
    slipped slippage lag lags lagging overran overrun* overshoot tardy postponed postpone* waiting slow slower slowly
    slowness sluggish weeks long drag drags dragged dragging schedule stalled exceeded expired deadline's backlog
    procrastinat* опозд* опозда* опаздыв* опоздан* задерж* задержк* задержек задержал* задержив* просроч* просрочк*
    просрочил* просрочен* срыв* срыва срывает* срываете сорван* сорвал* сорвете сорвут сорвать затян* затянул*
    затягив* затянут* затяг* тянет тянете тянетс* тянут тянем волокит* долго долгий подолгу дольше отстае* отстает*
    отстал* отставан* промедл* медл* медлен* медлит* медленно припозд* запозд* запаздыв* поздно поздний поздновато
    позже прозева* пропустил* пропущен* упустил* проср* провор* пробук* застой* копае* копаетесь копает* мурыж*
    муруж* резин* резину съехал* уехали сползл* прошло прошел прошли истек* истекл* прострочк*`,
  urgent: `urgent* urgency urgently asap quick* quickly quicker fast faster fastest hurry hurried hurrying rush
    rushed rushing rushes immediate* immediately soon express emergency emergenc* priority prompt* promptly swift*
    swiftly speed speedy speedily expedite* accelerat* burning burns critical critically instantly overnight fire
    tight pressing instant straightaway yesterday panic minute lastminute crucial imperative срочн* срочно срочный
    срочная срочнее срочност* наисроч* быстр* быстро быстрее быстренько побыстр* быстрей скорей скорее поскорей
    поскорее скорост* поскор* немедлен* немедля незамедл* асап асапно горит горящ* горим горят горел* подгора* пожар*
    пожарн* экстрен* экстренно оператив* оперативно спеш* спешн* спешка спешит* поспеш* поспешит* поспеши* торопит*
    тороп* поторопит* поторопи* ускор* ускори* ускорит* ускорен* форсир* авральн* аврал* экспресс* молни* неотлож*
    безотлагат* горячк* впопыхах сжат* сжатые сжатых пулей бегом живо пожарном критич* критично кровь приорит*
    приоритетн* первооч* живенько мухой`,
  agree_v: `agreed agree agrees agreeing agreement* deal deals settled settle settling fix set sets scheduled
    schedule arranged arrange* arranging arrangement* understanding understood compromise* consensus consent
    handshake shook bargain* negotiated negotiat* accord coordinate* coordinat* align* aligned alignment appoint*
    appointed stipulat* terms together mutually mutual concur* договор* договорит* договорил* договорились
    договоримс* договоренн* договариваем* договаривал* уславл* условил* условим* уговор* уговорил* уговорились
    согласи* соглашаю* соглаша* соглас* соглашус* согласимс* сговор* сговорил* решено решили порешили сошлис* сойдем*
    сходит* сходимся сошел сторгов* зафикс* фиксир* назнач* назначи* назначен* назначил* забит* забил* забив* забьем
    столков* порукам рукам руки пожм* пожали компромисс* консенсус* взаимн* взаимопон* стыку* состык* скоорд*
    координ* состыков* утрясл* утрясем утрясти сверим синхрон* сверимся ладах устн* заметано консолид* обговор*
    обговорен* обговарив* оговор* оговорен* оговаривал* условлен*`,
  doubt: `maybe perhaps possibly probably prob might may could hope hopes hoped hopefully hoping hopeful try tries
    tried trying attempt* guess guessing unsure uncertain* doubt* likely unlikely roughly suppose supposed supposedly
    assum* assume estimate seem seems seemed appear apparently depends eventually presumably potential* hypothetic*
    theory theoretical* should sort perhapse question unclear hesita* risk risky skeptic* sceptic* feel think believe
    reckon возможно возможн* может мож мб наверн* наверно наверное надею* надеемс* надежд* надея* надеюсь попроб*
    попробуе* пробую пробует пробовал* пробуйт* пробуем пробовать постара* постараюс* постараемс* старает* старают*
    старал* старатьс* стараемс* стараюс* попыта* попытаемс* пыта* вряд врядли едва сомнева* сомнен* сомнительн*
    предполож* предполаг* предположит* думаю думаем думается кажетс* кажется казал* показал* видимо вероятн* вероятно
    похоже вроде вродебы якобы будто словно пожалуй допустим допуст* теоретич* гипотет* потенциал* примерн*
    ориентировоч* идее скорее неизв* неизвестно неясно непонят* неуверен* боюсь боимс* риск* рискн* рискова*
    рискован* зависит колебл* колеба* раздумыва* хз хезе фиг полагаю полагаем считаю чую чувств* авось небось либо`,
  can: `can could able ability capable capabilit* possible possibly possibility possibilities feasible feasib* manage
    manages managed realistic* opportunity allow* allows allowed enable* enables doable capacity power permit* chance
    available availability afford option potential might free could've могу можем может можете могут можешь мочь мог
    могла могли могло смогу сможем сможет сможете смогут сможешь смочь смог смогла смогли можно мож возможно
    возможност* возможен возможны возможна удас* удастс* удалос* удает* удавал* получит* получает* получается реально
    реальн* реальный способн* способен умее* умеем умеете умею умеет уметь сумее* сумеем сумеет сумел* силах силам
    состоянии осилим осилит* осил* выполним* осуществим* реализуем* доступно доступен доступн* успее* успеем успею
    успеет успеете успеют успел* успеть успеван* успева* потянем потяне* потянет* потянут вытян* справим* справл*
    подъемн* допустим* разрешено`,
  must: `must should shall ought obliged obligatory mandatory required require* requires necessary need needed needs
    supposed due compulsory essential imperative indispensable duty duties forced force oblig* obligation* bound
    gotta expected prescribed responsible должен должна должно должны обязан* обязаны обязател* обязательно
    обязательн* надо нада нужно нужн* следует следовало следова* необходимо необходим* требуетс* требует* требовал*
    положено полагает* придетс* пришлос* приходитс* приходил* вынужден* вынуди* принужд* неизбеж* неизбежн* неотъемл*
    ответственн* обязыв* подобает желательно приказ* наказ* непремен* необход* долг долга долгом пора пришло
    предписан* предпис*`,
  will: `will shall gonna going i'll we'll you'll he'll it'll they'll would about intend* intends intention* planning
    aim aims aiming upcoming ready prepared willing eager keen set determined ll future буду будем будет будете будут
    будешь быть стану станем станет станут стане* собираюс* собираемс* собирает* собирают* собирал* намерен* намерена
    намерены намереваемс* планирую планируе* планируем планирует планируют хотим хочу готов готовы готова настроен*
    настроены сделаю сделаем отправлю отправим пришлю пришлем подготовлю подготовим дадим дам вышлю вышлем скину
    скинем закончу закончим доделаю доделаем позвоню напишу отвечу вернусь вернемся займусь займемся постараюсь
    постараемся успеем передам выложим запустим покажу покажем сообщу уточню проверю посмотрю сдадим закроем`,
  cannot: `cannot cant can't canot couldn't couldnt unable inability impossible impossib* won't wont wouldn't wouldnt
    fail fails failed failing failure refuse* refused refusing refusal incapable unavailable unfortunately hardly
    never unrealistic infeasible unfeasible sorry decline declined declining reject* rejected nope unwilling
    impractical powerless stuck нельзя невозм* невозможн* невозможно немог* несмог* немогу несможем неудаст* отказ*
    отказыв* откаж* отказал* отказа* неспособ* нереал* нереальн* нереально неосуществ* невыполн* никак никоим
    исключено бессил* бессильн* неумее* некуда немыслим* неподъ* непосил* недоступн* недоступен неусп* ненаход*
    провал* провалил* неудач* неудачн* затрудн* затруднит* увы сожален* сожалению неполуч* неосил* невозможност*
    безвыход* тупик* отклон* отклонен* отверг* отвергаем ограничен* препятств* пас пасуем`,
  negation: `not no don't dont doesn't doesnt didn't didnt isn't isnt aren't arent wasn't wasnt weren't werent won't
    wont wouldn't wouldnt haven't havent hasn't hasnt hadn't hadnt shouldn't shouldnt couldn't couldnt can't cant
    cannot never none neither nor nothing nope nah nil without don doesn didn isn aren wasn weren haven hasn hadn
    shouldn couldn wouldn ain't nowhere nobody hardly barely scarcely t не нет нету неа нее ни нисколь* ничего ничем
    ничему ничто ничуть никак никогда никто никого никому никем никакой никакая никакие никаких никакого никаким
    нигде никуда ниоткуда без отнюдь вовсе нипочем ничей некого нечего нечем незачем некуда негде некогда отсутств*
    отсутствует ненуж* нехоч* нехочу небыло небыл небуд* неправ* неверн* неуж едва`,
  condition: `if unless whether provided providing once as until till when whenever whichever otherwise depending
    case event subject assuming suppose supposing except conditional* condition conditions given else then either or
    incase whatever prerequisite* если еслиб еслибы коли коль ежели когда условии условие условия условием условиям
    случае случай случая случаю при иначе инач* покуда тогда либо или будь допустим предположим скажем независим*
    зависимост* зависит зависел* предпосылк* невзирая вдруг кабы смотря единствен* ежель постольку оговорк* оговорко*
    противном`,
  cause: `because cos cuz cause causes caused since due reason reasons therefore hence thus so consequently result
    results resulting thanks owing why for that's purpose explains explain accordingly consequence* effect basis
    based grounds justification as therefor потому поэтому посему поскольку ибо оттого отчего причин* причина причине
    причины причиной причину изза ввиду вследств* вследствие следоват* следовательно значит итак благодаря следств*
    последств* вызван* вызвал* вызыва* результат* результате итоге связи чтобы чтоб дабы затем почему зачем основан*
    основании основание обусловл* повод* поводу мол таким образом исходя посколько соответственно отсюда стало ведь`,
  contrast: `but however though although yet nevertheless nonetheless still despite spite even whereas while unlike
    contrary instead rather otherwise except only albeit anyway anyhow regardless unfortunately sadly alas conversely
    actually unfortunatly althought notwithstanding opposite но а однако зато хотя хоть тем менее несмотря невзирая
    вопреки впрочем всетаки всеже правда только лишь напротив наоборот иначе вместо разве увы жаль сожалению сожален*
    противоп* противоположн* отличие отличии кроме исключением пускай пусть вообще вообщето собственно кстати между
    прочим притом причем кажись какбы`,
  question_how: `how what where when which who whom whose why whats what's who's where's how's howto wherefrom
    whatever whichever whether hows what'd wot wat reason way manner как что где когда какой какая какие какое какого
    какую каких каким каком какими кто кого кому кем почему зачем отчего откуда куда сколько скольки насколько чей
    чья чье чьи чего чем чему ли разве неужели неужто каково каков какова каковы который которая которые которое
    образом чо че шо скока почем доколе нафига накой докуда нафиг`,
  pron_we: `i we me us my our ours mine myself ourselves i'm im we're i've ive we've i'd we'd i'll we'll self
    personally own ourself я мы меня нас мне нам мной мною нами мой моя мое мои моего моей моему моим моих мою моем
    моими наш наша наше наши нашего нашей нашему нашим наших нашу нашем нашими себя себе собой сам сама сами свой
    своя свое свои своего своей своим своих свою своем своими лично самолично нашенск* самостоят* самостоятельно`,
  pron_you: `you your yours yourself yourselves you're youre you've youve you'd you'll ya u ur y'all вы вас вам вами
    ваш ваша ваше ваши вашего вашей вашему вашим ваших вашу вашем вашими ты тебя тебе тобой твой твоя твое твои
    твоего твоей твоим твоих твою твоем твоему тобою сами сама вашенск*`,
  pron_they: `he she they him her them his hers their theirs himself herself themselves he's she's they're they've
    they'd it it's its itself this that these those one someone somebody anyone anybody anything something он она они
    его ее их ему ей им ими ней них него нему нем нею нее ею оно это этот эта эти этого этой этому этим этих эту этом
    этими то тот та те того той тому тем тех ту том теми такой такая такие такое таких некто нечто ихн* ихний
    последние`,
  whole: `all everything everyone everybody whole entire entirely total totally complete completely full fully
    overall altogether every each both across throughout absolute absolutely hundred percent thorough* comprehensive
    turnkey unanimous general generally together package complex whatsoever все весь вся всю всего всей всему всем
    всех всеми всея целик* целиком целый целая целое целые целого целую полного полной полном полностью полный полная
    полное полную полные польностью полност* абсолютн* совершенно сплошн* общий общая общее общую общие целом вообще
    всецело сполна поголовно каждый каждая каждое каждого любой любая любое любые любого любую остальн* комплексн*
    комплекс* всесторон* ключ подчистую оптом стопроц* сто процент* процентов всяк* всякий тотальн* всяч* всюду везде
    повсюду повсем*`,
  said: `said say says saying tell tells told wrote written promised claimed claim claims mentioned mention mentions
    according quote quoting quotes stated states state announced reported report reports explained assured confirmed
    informed replied answered asked insists insisted argued noted suggested rumour heard hear words apparently
    supposedly allegedly citing cite cited reads quoted сказал* сказала сказали сказано говор* говорил* говорят
    говорит говорите говорим говорю писал* писали писала написал* написано обещал* обещали утвержд* утверждал* якобы
    цитир* цитата цитату мол дескать грит ответил* ответили сообщил* сообщили рассказ* рассказал* рассказали упомин*
    упомян* заявля* заявлен* заявил* заявляет заявлени* слышал* слышала слышали передал* передали просил* попросил*
    попросила спросил* уверял* уверяли клял* объяснил* объяснили озвуч* озвучил* озвучили отметил* предупреждал*
    предупредил* словам слов признал* признался пообещал* сослал* ссыла* согласно выразил* выразила намекн* намекал*
    утверждают изрек* напомнил* доложил* пояснил*`,
  third_party: `supplier* vendor* subcontract* contractor* bank banks printer printers printshop courier* authority
    authorities apple google meta facebook court notary customs landlord ministry insurer* auditor* regulator*
    moderat* manufacturer* factory warehouse partner* provider* registrar carrier* translator* photographer* licensor
    publisher platform external externally outside someone's embassy council municipality police hosting dhl
    government state distributor* wholesaler* broker* agent* поставщик* подряд* подрядчик* субподряд* банк банка
    банку банке банком банки банков типограф* курьер* суд суда суде нотариус* таможн* арендодател* министерств*
    страховщик* страхов* роскомнадзор* модерац* модератор* налогов* производител* завод завода заводе склад складе
    склада смежник* третьи третьих третьей сторонн* посредник* партнер* администрац* ведомств* инстанц* госорган*
    чиновн* полици* мчс минздрав* росреестр* роспатент* роспотреб* почта хостер* провайдер* оператор* регистратор*
    площадк* эппл* эпл гугл гугла гугле яндекс* дистриб* оптовик* агент агента агенты агентов брокер* консул*
    посольств* управляющая ук застройщик* внешн* транспортн*`,
  competitor: `competitor* competit* rival rivals rivalry opponent* competition others neighbours neighbors market
    markets marketplace industry sector sectors peers leader leaders leading benchmark* player players newcomer*
    niche incumbent* copycat* imitator* undercut segment challenger* outperform* конкур* конкурент* конкуренц*
    соперник* сосед* соседи соседей рынок рынка рынке рынку рынки рынков рыночн* отрасл* отрасль отрасли сектор*
    сегмент* ниша нише нишу лидер* игрок* игроки демпинг* обогнал* обогнат* обгоня* опереди* опережа* копиру*
    скопировал* слизал* содрал* плагиат* противник* аналогичн* цеху чужой чужие чужих чужого монопол*`,
  boss: `boss* ceo cto cfo cmo coo director* owner owners board management manager managers chief chiefs president*
    vice founder* cofounder* investor* shareholder* head heads headquarter* hq executive* leadership leader chairman
    chairwoman chair supervisor* superior* supervisory lead principal proprietor patron deputy superiors exec execs
    managing stakeholder* шеф* шефа шефу шефом директор* дир гендир* генеральн* генеральный ген собственник* владел*
    владелец владельц* правлен* правление руковод* руководств* руководител* начальств* начальник* начальниц* босс*
    совет совета совету советом учредител* основател* инвестор* акционер* головн* головной хозяин* хозяйк* хозяев*
    президент* вице зам зама заму замдир* заместит* замгенд* управляющ* менеджмент* топменедж* топы верхушк* верха
    верхах наверху главный главного главному председат* комдир* коммерческий техдир* исполнительн* финдир* куратор*
    лпр стейкхолдер* партнеры ио совдир* наверх`,
  dept: `department* dept marketing sales legal hr finance accounting procurement purchasing it compliance lawyer*
    accountant* colleague* coworker* teammate* teams team unit units division* office staff secretary assistant*
    backoffice production warehouse reception operations controlling quality inhouse internal internally personnel
    workforce crew crews trainee* intern interns buyer buyers engineering отдел отдела отделу отделе отделом отделы
    отделов департамент* подраздел* подразделени* служба службы службе службу дирекци* маркетинг* маркетолог* продаж*
    продажник* сейлз* юрист* юротдел* юридич* кадры кадровый кадровая кадрами кадрам кадров* кадровик* эйчар* финанс*
    финансист* бухгалт* буха бухи закупк* закупщик* айтишник* айти безопасник* снабжен* снабженец сб коллега коллеги
    коллегу коллег коллегам коллегой коллегами сослужив* команда команды команде команду командой наши ребята ребят
    офис офиса офисе офисы секретар* секретарш* ассистент* помощник* стажер* сотрудник* сотрудниц* внутри внутрен*
    внутренн* логисты логист технолог* производственник* главбух* кадровичк* персонал*`,
  user_word: `user users customer* client* clientele visitor* reader* buyer buyers guest guests member members
    membership patient patients student students pupil pupils parent parents audience audiences fan fans dealer*
    branch branches franchis* subscriber* shopper* consumer* viewer* listener* tenant* resident* passenger* citizen*
    traveller* applicant* prospect* participants participant* attendee* donor* beneficiar* retailer* reseller* people
    public community follower* enduser* target b2b b2c пользовател* юзер юзера юзеры юзеров юзерам клиент* клиентск*
    клиентур* посетител* читател* покупател* гость гостя гости гостей гостям гостю участник* пациент* студент*
    ученик* школьник* родител* аудитор* аудитория дилер* филиал* партнер* франчайз* франчайзи подписчик* потребител*
    зритель зрители зрителей слушател* жильц* жителе* житель жители жителя пассажир* граждан* абонент* арендатор*
    заявител* абитур* дольщик* поклонник* фанат* люди людей людям народ народа публика публики публику целевая
    целевой ца соискател* оптовик* розничник* дистрибьют* заказчик* заказчиц* турист* болельщ* подопечн*`,
  specialist: `designer* developer* programmer* dev devs copywriter* editor editors illustrator* photographer*
    videographer* cameraman manager managers accountmanager pm pms producer* producers artdirector* director
    engineer* engineers tester* testers analyst* architect* strategist* consultant* specialist* expert experts
    freelancer* freelance* translator* interpreter* animator* webmaster* marketer* technician* coder* intern interns
    lead teamlead scrum admin admins professional* pro pros master craftsman operator* moderator* host speaker
    trainer* дизайнер* разработчик* разраб разрабы разраба программист* прогер* прогера кодер* верстальщик*
    копирайтер* редактор* иллюстратор* фотограф* видеограф* оператор* монтажер* аниматор* режиссер* менеджер*
    менеджерк* менеджериц* пм проджект* продюсер* артдир* артдиректор* инженер* тестировщик* аналитик* архитектор*
    стратег* консультант* специалист* спец спеца спецы спецов эксперт* профи профессионал* фрилансер* фриланс*
    переводчик* маркетолог* сммщик* сеошник* таргетолог* директолог* админ админы сисадмин* технолог* тимлид* лид
    мастер мастера мастеров исполнител* исполнитель художник* продакт* диктор* модератор* контентщик* дизайнерск*
    айтишник* подрядчик* стажер* джун* сеньор* мидл* рукодел*`,
  agency: `agency agencies studio studios company companies firm firms supplier* vendor* partner partners partnership
    provider* contractor* outsourc* freelancer* consultancy consultanc* workshop house bureau business businesses
    enterprise* corporation* gmbh ltd llc inc ag corp collaboration collaborat* cooperat* cooperation account
    relationship relation relations агентств* агенство агенства агенству агенстве агентство студия студии студию
    студией студий студиям компани* компания фирма фирмы фирму фирме фирм фирмой контора конторы контору конторе
    контор подрядчик* подряд* исполнител* партнер* партнерств* бюро аутсорс* аутсорсер* аутсорсинг* мастерск*
    мастерская типограф* интегратор* провайдер* предприят* предприяти* организац* бизнес* бизнеса ооо ип холдинг*
    корпорац* сотруднич* сотрудничеств* сотрудничать взаимодейств* отношени* отношений коллаб* коллаборац* кооперац*
    союз альянс* вендор* фабрик*`,
  want_v: `want wants wanted wanting wish wishes wished wishing like likes liked love loved dream* dreamt fancy
    fancied desire* desired demand demands demanded demanding insist* ask asks asked asking request requests
    requested crave craving long longing keen eager prefer prefers would wanna aim aspire* aspiration* interested
    ambition* ambitious wishlist хочу хочет хотим хотите хотят хочешь хотел* хотеть хотели хотелось хочетс* хочется
    хотелка хотелки хотелок хотелку захотел* захоте* захочет захочется расхот* желае* желаю* желал* желан* желат*
    желательно пожела* мечта* мечтаем мечтаю мечтал* просит просят просил* просим прошу требуе* требую* требовал*
    требует настаив* настоял* настоят попрос* запрос* запроси* возжел* жажд* жаждет жаждем стрем* стремим* стремлен*
    охота охотно неймет* тянет приспич* замахн* размечт* заинтерес* интерес* интересно интересует претенд* нацел*
    нацелен* рвус* рвется вздумал* бы бажа* прихот* каприз* вожделен* грез* грезит*`,
  need_v: `need needs needed needing require* requires required requirement* necessary necessity must should
    essential vital crucial demands calls want desperately desperate ought obligatory indispensable nneed neeed
    dependent prerequisite нужд* нужен нужна нужно нужны нужда нужды нужде нужду нуждае* нуждаю* нуждал* нужн* надо
    нада надобн* надобится необходим* необходимо необходимост* требуетс* требуютс* требует потребуетс* потребуютс*
    потребов* потребност* понадоб* понадобитс* понадобил* понадобятс* пригод* пригодилс* обязат* обязательно должны
    должен придетс* пришлос* следует следовало позарез край кровь насущн* востребован* требов* требуем* спрос спроса
    спросом дозарез остро крайне`,
  lack: `lack lacks lacked lacking missing miss short shortage shortfall absent absence without none nobody nothing
    nowhere unattended orphan* vacant empty abandoned unmanaged unstaffed understaffed insufficient inadequate scarce
    deficit gap gaps hole incomplete nonexistent unavailable bare neglect* neglected unclaimed undermanned few
    exhausted deprived нехват* нехватк* нехватает недоста* недостат* недостает недостаточн* недостач* хватает хватал*
    хватило дефицит* отсутств* отсутствует отсутствуют никто никого некому некем неком некогда негде нечем нечего
    пустой пустая пустое пустые пустует пустуют пусто пустота заброш* заброшен* бесхоз* ничей ничья вакант* вакантн*
    пробел* дыра дыры дыру брешь кончил* кончилс* закончил* иссяк* исчерп* неукомпл* скуд* скудн* мало маловато нету
    нет неполн* неполный недокомп* ощущаетс* лишен* лишены сирот* осироте* осталис* безхоз* нехва* позабыт*`,
  seek: `look looks looking search searches searching searched seek seeks seeking sought hunt hunting hunts find
    finds finding found hire hires hired hiring recommend recommends recommendation* tender* pitch* shortlist* engage
    engages engaging sourcing scout scouting rfp rfq candidate* consider* considering explore exploring exploration
    lookout interested evaluate anyone acquaint* refer referral* apply ищем ищу ищет ищете ищут искал* искать ищи
    поиск поиска поиске поиску поиски поисках подыск* подыскив* отыск* разыск* найти найд* найдем найдете найдет
    найду нашел нашла нашли найден* найт* находит* находим находить нанять наня* нанима* нанимаем найм* привлеч*
    привлека* привлечем посовет* посоветуйте порекоменд* порекомендуйте рекоменд* тендер* конкурс* конкурсн*
    присматрив* присмотр* подбира* подбираем подобрать подобр* подскаж* подскажите знакомых знакомые знакомы знаете
    выбира* рассматрив* рассмотр* отбор отбора приглядыв* прицен* прицениваем* мониторим обращаем* обрати* обратилс*
    обратилис* хедхант* переманит*`,
  offer_q: `offer offers offered offering provide provides providing provided service services serving take handle
    handles speciali* specialty cover covers covering experience experienced experiences portfolio capacity
    capacities capable expertise competence competenc* competent skills skilled range available availability able
    references case cases deal undertake package packages solution solutions supply занимаетес* занимаетесь занимае*
    занимаемс* занима* оказыв* оказывае* оказание окажете услуг* услуга услуги услугам предоставл* предоставляете
    берете беретес* беретесь беремс* возьмет* возьметесь возьметес* опыт опыта опыте опытом опытн* портфолио умеете
    умее* делаете можете сможете специализ* специализируетес* специализац* компетен* компетенц* компетентн* предлага*
    предлагае* предлагаете предложит* предложите предложен* работаете ведете сделаете спектр* перечень пакет пакеты
    кейс кейсы кейсов профил* профильн* поможете помогаете решени* квалификац* свободны загружены загрузка загрузке
    мощност* ресурс* ресурсы осилите ассортимент*`,
  leave_job: `leave leaves leaving left quit quits quitting resign* retire* retired retiring retirement maternity
    paternity parental gone goes fired firing dismiss* sacked sack layoff* laid redundan* redundant terminate* ends
    ended ending expire* expires expired expiring closing closed depart* departed departure farewell step stepped
    stepping handed notice vanish* disappear* outgoing successor sabbatical absent emigrat* bankrupt insolven*
    goodbye former ex dropped exit exits exiting ghosted уход* уходит уходят уходим ушел ушла ушли уйдет уйдут уйти
    уволи* уволил* уволилс* уволилас* увольн* увольня* уволен* уволит* декрет* декретн* пенси* пенсия пенсию
    пенсионн* расста* расстал* расстаем* расстают* распрощ* распроща* попрощ* прекращ* прекратил* заканчив*
    заканчивает* истека* истекает истек закрыва* закрылс* закрылас* закрыл* бросил* слил* слилс* слились слинял*
    свалил* кинул* пропал* исчез* испарил* переехал* эмигр* релоцир* релокац* релокант* банкрот* обанкрот* разорил*
    разошел* разошлис* съехал* сократ* сокращен* текучк* текучест* покида* покинул* покинет прежний прежняя прежние
    бывший бывшая бывшие бывшего предыдущ* отпуск* больничн* дорабатыв* отработк* преемник* выбыл* ликвидир*
    откололс*`,
  manual: `manual manually hand hands handwritten spreadsheet* excel paper papers notebook* copypaste copy paste
    pasting retype* retyping typing postit sticky fax faxes faxed whiteboard tedious laborious repetitive clunky
    workaround* makeshift homemade selfmade homegrown tinker* amateur* diy ourselves pen pencil binder* binders
    folders printouts lists timeconsuming cumbersome inefficient* ineffic* crude primitive вручную ручной ручная
    ручного ручную ручном ручками руками рукам тетрад* тетрадк* эксел* эксельк* табличк* таблиц* таблица таблицы
    таблице таблицах бумаг* бумажн* бумажк* бумажек бумажке блокнот* блокнотик* коленке журнал журнала журнале
    журналы копипаст* копирова* копируем переписыв* перебив* перебивае* переносим перенабир* факс* флешк* карандаш*
    ручкой ручку стикер* стикеры кустарн* самопал* самодел* самодельн* самостоят* самоучк* дедовск* старинк* костыл*
    костыли костылях рутин* рутинн* монотон* неудобн* громоздк* трудоемк* домашн* любительск* картотек* амбарн*
    гроссбух* дублируем двойной примитив* считаем сводим`,
  overload: `overload* overloaded drown* swamp* overwhelm* struggle* struggling suffer* mess messy chaos chaotic
    nightmare headache* pain pains painful lost cope coping tired exhaust* exhausted burnout busy hectic stress*
    stressed pressure overwork* stretched thin juggl* backlog* pile piles piling buried flooded flood snowed
    understaffed overstretched tangle tangled clutter* disorder* disorgani* confusion crazy insane madness
    bottleneck* unmanageable firefighting desperate choke choking мучае* мучаю* мучат* мучил* мучен* намуч* замуч*
    измуч* страда* тонем тонет тонут тону утонул* утопаем зашива* зашиваем* зашиваюс* завал* завала завале завалы
    завалил* завален* заваливает хаос* хаоса бардак* беспоряд* неразбер* каша кашу каше каши кошмар* боль боли болью
    справл* справляем* справляет* запута* запутал* путаница путаниц* устал* устали устает* устаем захлеб* захлебыв*
    загруз* загружен* загрузк* перегруз* перегружен* запар* запара запарк* запарил* аврал* разрыва* разрываем*
    разгреб* разгреба* разгрес* закопал* закопа* тупик* некогда стресс* нервотр* дурдом* сумасш* выгора* выгор*
    выгорел* измот* вымот* сбива* сбились зашкалив* разрывал* крутимс* крутит* белка белки суматох* лихорад* ад аду
    адск* тушим горы гора`,
  decline: `drop drops dropped dropping fall falls fell falling fallen decline* declined declining shrink* shrank
    shrunk shrinking halved lost losing lose loses loss losses less fewer down downturn slump* sink sinks sinking
    sunk plummet* plunge* collapse* decrease* decreased decreasing dry dries dried dwindl* weak weaker weaken* worse
    worsen* worsening deteriorat* recession crisis stagnat* slow slower slowdown low lower lowest bounce churn drain
    dip dipped tank tanked nosedive disappear* reduce* падае* падают пада* падени* паден* упал* упали упад* упадок
    упадк* упаду* просел* просела просели проседа* просад* просадк* провал* провис* снизи* снизил* сниж* снижен*
    снижени* снижае* понизи* пониж* сократ* сократил* сокращ* сокращени* теряе* теряю* теряем терял* потеря* потери
    потерь потеряли утрат* убыл* убыва* втрое обвал* обвалил* отвал* отвалил* отваливаю* отток* рухн* рухнул* рушит*
    стагн* стагнац* спад* спада спаде застой застоя затих* затишь* мертв* тишина оттока оттоке убыт* хуже ухудш*
    ухудша* ослаб* слабее слабо минус минуса минусе кризис* скатил* скатываем* уменьш* уменьшил* ползет вниз дно дна
    дне сдулс* сдулись просядет вымира* иссяк* остыл* схлопн*`,
  growth: `grow grows growing grew grown growth expand expands expanded expanding expansion scale scales scaling
    scaleup double doubled doubling tripled increase* increased increasing rise rises rising rose risen boom booming
    branch branches region regions regional export exports exporting abroad market markets country countries
    international internationally global globally worldwide enlarge* develop developing development boost boosted
    surge surged soar* soaring skyrocket* accelerat* up thriv* flourish* record conquer* растем растет растут расти
    растете растущ* вырос* выросл* вырастем вырастет вырасти выраст* рост роста росту ростом росте подрос* подросл*
    прирост* прираста* расшир* расширяем* расширен* расширяю* масштаб* масштабир* увелич* увеличил* увеличен* филиал*
    филиала филиалы регион* региональн* регионы экспорт* экспорта зарубеж* зарубежн* заграниц* рынок рынка рынки
    рынков рынку страны странах стран страну международн* глобальн* развива* развиваем* развити* разви* развит*
    подъем* подъема подъеме взлет* взлетел* взрывн* скачк* скачок бум бума рекорд* рекордн* ускорен* удво* удвоил*
    утроил* динамик* наращ* наращива* выход выхода выходим выходе выйти покори* покоря* завоев* разраст* разросл*
    процвет* процвета* крепн* окреп* прогресс*`,
  open_new: `open opens opened opening reopen* launch launches launching launched found founded founding start
    startup* starting brand brands subsidiar* subsidiary daughter spinoff* franchis* new newly newest newer novel
    novelty fresh innovation* innovat* modern contemporary debut introduce* introducing unveil* pilot product line
    range venture* establish* established establishing scratch birth born upcoming entering открыва* открываем*
    открывает* открыт* открытие открытию открытия откро* откроем откроет* откроется открыл* открыли открылис*
    запускае* запускаем запустим запуст* запуск запуска второй второго вторая вторую третий третью дочерн* дочка
    дочку дочерняя новый новая новое новые новых новую новой новому новым новыми нового новом новенк* новеньк*
    новинк* новинок новинка новшеств* новизн* нововвед* франшиз* стартап* стартуем свеж* свежий свежая свежее свежие
    современн* инновац* инновацион* основа* основал* основать основали создаем создае* регистриру* зарегистриров*
    нуля старте старт линейк* линейка линейки линейку точка точки точку филиал* подразделение направление направления
    зарожд* вывод выводим выводу выведем молодой молодая молодые`,
  business_change: `merge merges merged merging merger* acquire* acquired acquiring acquisition* takeover* bought
    join joined joining fuse fusion combine combined combining combination consolidat* integration split splits
    splitting separate separat* spin relocat* relocation moving move moved premises office building address
    headquarters rename* renamed renaming name rebrand* rebranded restructur* reorgani* reorganis* transition
    handover successor ownership inherit* inherited generation sold sale shareholder* investor* ipo holding group
    conversion transform* pivot change changes слия* слияни* слива* сливаем* слились поглощ* поглощен* поглотил*
    купил* купили куплен* выкуп* выкупил* приобре* приобретен* объедин* объединя* объединен* присоедин* присоединен*
    раздел* разделяем* разделил* раздели* отделени* отделил* отделяем* выделяем* переезд* переезда переезде переезжа*
    переехал* переехали переед* переедем офис офиса офисе помещен* помещени* переименов* переименова* реорган*
    реорганиз* реструкт* ребренд* ребрендинг* ребрендинга смена смены смену собственник* собственников владельц*
    владелец наследств* унаслед* наследник* поколен* продали продает* холдинг* группа группы группу преобраз*
    трансформ* трансформац* переход* юрлиц* юрлицо совладел* партнер* инвестор* акционир* импортозамещ* импортозам*
    уход* ушли санкци* релокац* перепрофил* перезапуск*`,
  outdated: `outdated dated ancient obsolete ugly shabby old older oldest oldfashioned embarrass* ashamed shame relic
    nineties eighties dusty legacy antiquated prehistoric dinosaur* museum rusty worn wornout stale retro vintage
    unsupported deprecated unmaintained archaic faded clunky unresponsive era hopelessly aged ageing aging creaking
    decade* устар* устарел* устарев* устарева* старый старая старое старые старых старого старой старом старому
    старым старыми стареньк* старинн* старье древн* древний древность древност* страшн* страшненьк* стыд* стыдно
    стыдновато стыдимс* постыдн* позор* позорн* позорищ* век века веке прошлого прошлый немодн* несовр* несовремен*
    пыльн* пылится допотоп* допотопн* морал* морально ветх* обветш* износ* износил* изнош* изношен* заржав*
    доисторич* динозавр* мамонт* музей музейн* нафталин* замшел* архаич* архаик* отжив* отжил* древнющ* девяност*
    нулевых двухтысяч* ретро совков* совок совка убог* убого заскоруз* отстал* отсталый отстало неактуал* неактуальн*
    потерт* потрепан* потрепанн* обшарп* выцвел* антиквар* закостен*`,
  budget_set: `budget* budgeted fund funds funded funding fundrais* grant grants granted subsid* subsidy subsidies
    allocate* allocat* allocated earmarked approved reserve* reserved investment* investor* money spend spending
    spare surplus loan loans credit financing financed sponsor* pot quota fiscal available allowance allowances kitty
    sum capital round seed aid donation* donor* crowdfund* bonus leftover underspend remaining бюджет* бюджета
    бюджете бюджету бюджетн* грант* гранта грантов субсид* субсидия субсидию выдел* выделил* выделен* выделяе*
    выделят заложи* заложил* заложен* залож* закладыв* финансир* финансиров* профинанс* инвестиц* инвестор* средств
    средства средствами средствах денег деньги деньгами ассигн* ассигнов* фонд фонда фонду фонды отложил* отложен*
    зарезерв* резерв* остаток остатк* остались осваив* освоит* освоен* освои* потратить свободные лимит* кредит*
    кредита займ займы займов займа госпрограмм* госфинанс* господдерж* поддержка нацпроект* спонсор* спонсорск*
    пожертв* краудфанд* раунд* посевн* финмод* получили выиграли одобрили утвердили транш* дотац* компенсац* льгот*
    копилк* кэшбек`,
  recruit: `employee* staff staffed staffing candidate* vacancy vacancies job jobs recruit* recruiter* recruiting
    applicant* application* hire hires hired hiring onboard* team teams workforce personnel position positions career
    careers cv resume* interview* headhunt* salary trainee* intern interns apprentice* apprenticeship* employer*
    employ employed employing talent* payroll newcomer* newbie headcount freelancer* crew work skilled labour worker*
    workers fill opening openings hr сотрудн* сотрудник* сотрудниц* персонал* кандидат* ваканс* ваканси* кадровая
    кадрами кадрам кадры кадров кадровый найм найма найме найму нанима* нанять наним* соискател* работник* работниц*
    рабочих рабочие специалист* человек людей люди рекрут* рекрутер* рекрутинг* собесед* собеседован* резюме
    хедхантер* хх стажер* стажир* практикант* трудоустр* штат штата штате штату штатн* штатное должност* ставка
    ставку позици* кадровик* кадрового эйчар* работодател* коллектив* новичк* новичок новеньк* обучить онбординг*
    адаптаци* фрилансер* подбор* подбора зарплат* оклад* карьер* текучк* увольнен* команда команду бригад*`,
  already_have: `already have has own owns inhouse covered sorted provider providers agency agencies freelancer
    freelancers existing longtime handled internally ourselves someone nephew friend friends cousin acquaintance
    contractor booked contracted hired loyal partner partners current supplier regular usual subscription staff
    exists exist established committed staffed уже есть свой своя свое свои своих своими своего своему своей сам сами
    сама штатн* штат штате закрыт* закрыто закрыли агентств* подрядчик* фрилансер* имеется имеютс* имеем имеет имею
    наличие наличии постоянный постоянного постоянная постоянн* знакомый знакомая знакомого знакомые знакомым
    племянник* племянниц* друг друга другу другом друзья друзей сосед кум кума родственник* свояк* собственн*
    собственными собственный внутренн* силами сотруднич* работаем давно договор нанял* наняли справляем* справляемс*
    обходимс* действующ* текущий текущая привычн* проверенн* обеспеч* обеспечены укомплект*`,
  no_need: `unnecessary needless unneeded refuse* enough sufficient superfluous redundant pointless useless
    irrelevant skip skipping pass declined decline moot obsolete uninterested disinterested spare avoid* ignore
    overkill frills forgo waive unwanted sufficiently suffice* suffices needn't neednt ненуж* ненужн* ненадо
    необязат* необязательн* отказ* отказыв* отказал* отказат* хватает достаточн* достаточно лишн* лишний лишнее
    лишняя лишние излишн* излишне обойд* обойдем* обойдус* обойдемс* обходимс* незачем нечего неактуальн* неактуально
    неинтерес* неинтересно бесполезн* бессмысл* бессмысленн* неважн* неважно пофиг пофигу некритич* некритично
    пропуст* пропустим пас повременим поврем* неохота потребност* отпал* отпала отпало отпад* откажемс* откаж*
    воздерж* воздержим* неподход* избыточ* избыточн* перебор* необяз* необходимост* нафиг баловств* роскош*
    перебьемс*`,
  problem: `problem* issue issues trouble troubles troubling difficulty difficulties difficult challenge* challenging
    obstacle* concern* hurdle* setback* crisis emergency disaster* catastroph* catastrophe mistake* mistook error
    errors wrong wrongly incorrect* inaccura* mess defect* flaw flaws failure failures glitch* incident accident*
    damage* damaged complication* complicated trap drawback* shortcoming* weakness* pitfall* snag* hiccup* faulty
    fault faults mishap* blunder* oversight problme issuse проблем* проблема проблемк* проблемн* траблы траблов трабл
    беда беды беду бедой неприятност* неприятн* сложност* сложности трудност* трудности затрудн* затруднен* осложн*
    осложнен* кризис* катастроф* бедств* авари* аварий* чп инцидент* происшеств* ошиб* ошибк* ошибка ошибки ошибок
    ошибочн* ошибли* ошибся недочет* дефект* изъян* брак брака браке браком бракован* косяк* косяка косяки
    неправильн* неправ* неверн* неверно неточн* неточност* нестыков* нестыковк* несоотв* несоответств* накладк*
    накладка накладок неувязк* промах* просчет* прокол* прокололис* оплошн* сбой сбоя сбои сбоев поломк* поломок
    повреж* поврежд* испорч* испорти* порча ущерб* минус минусы слабое узкое заковык* засад* засада подстав* подстава
    форсмажор* форс мажор мажора незад* незадач* напасть неполад* неполадк* неисправн* подводные камни неурядиц*`,
  it_fault: `broken break breaks breaking broke bug bugs buggy error errors crash* crashed crashes down downtime
    outage* offline fail fails failed failing wrong defect* missing hang hangs hanging freeze* freezes freezing
    frozen slow slowly lag lags laggy glitch* 404 500 502 503 403 blank unresponsive unreachable inaccessible
    timeout* loading loop loops spinning corrupted corrupt lost loses disappear* vanish* vanished stuck flicker*
    overlap* misalign* distort* blurry garbled malfunction* dead bounce bounced spam duplicate* duplicates doubled
    overwritten conflict* incompatible typo typos сломал* сломан* сломалс* ломает* поломал* баг багам багами багует
    бага баги багов багован* ошибк* ошибка ошибку упал* упала упало упали падает лег легла слетел* слетела слетает
    слетели неработ* работает отвалил* отвалилс* отвалилас* отваливает* отпал* вис виснет виснут завис зависа*
    зависает зависл* подвисает тормоз* тормозит тупит лагает лагают лаги глюч* глючит глюк* глюки крив* криво кривой
    кривая кривые кривое поехал* поехала поехали съехал* съехала съехали съезжает пропал* пропала пропали пропало
    пропадает исчез* исчезл* исчезает битая битые битый битых битое опечатк* недоступ* недоступен недоступн* грузит*
    грузится прогруж* загружает* открывает* вылетает* вылетел* выбива* выбивает выкид* выкидывает экран пятисот*
    пятисотая четырест* сбой сбоит сбоя сбоев сбойн* крэш* краш* крашит* дублир* дубли дублей двоит* зациклил*
    наезжает наехал* перекрыв* накладыва* размыт* мыльн* обрезан* обрезает* отображает* кракозябр* каракул* мигает
    моргает потерял* затерл* затер перезатер* недогруз* отрубил* вырубил* накрыл* накрылс* сдох* умер помер* полетел*
    нерабоч* некоррект* некорректн*`,
  praise: `great greatest amazing amaze* wonderful brilliant brilliantly excellent excellently fantastic superb
    awesome beautiful beautifully gorgeous stunning lovely perfect perfectly perfection impress* impressive impressed
    outstanding love loved loves adore* adored best superior top magnificent marvellous marvelous exceptional
    incredible fabulous splendid terrific exquisite elegant stylish neat nice nicely good cool spectacular phenomenal
    remarkable extraordinary divine flawless masterpiece* breathtaking delightful fresh classy congratulations
    congrats bravo genius wow beyond greatjob nailed killer excelent beatiful amzing отличн* отлично отличный
    отличная прекрасн* прекрасно замечат* замечательн* великоле* великолепн* чудес* чудесн* чудно чудо шикарн*
    шикарно класс классн* классно супер суперск* круто крутой крутая крутые крутое крутяк крут крутецк* красив*
    красиво красота красотищ* красавц* красавчик* красавиц* обалден* обалденн* обалдел* офиген* офигенн* офигенно
    охрен* охуен* восхит* восхитит* восхищ* восхищен* бомба бомбич* бомбезн* бомбовск* огонь топ топчик топов* лучш*
    лучший лучшие лучшее идеальн* идеально идеал блеск* блестящ* блестяще потряс* потрясающ* потрясен* здорово здоров
    молодц* молодец молодцы умниц* умнич* умнички восторг* восторге восторга восторженн* изумит* изумительн*
    превосход* превосходн* роскош* роскошн* гениальн* гениально бесподоб* бесподобн* волшебн* волшебно сказка
    сказочн* фантаст* фантастич* феерич* шедевр* шедевральн* стильн* стильно впечатл* впечатлил* впечатлен*
    впечатляет кайф* кайфов* кайфанул* ахнул* ахнули балдеж* прелест* прелестн* мощно мощный мощная мощные мощь ярко
    вау ого офигел* достойн* достойно безупреч* безупречн* клево клевый отпад* прикольн* прикольно восхити* зачет*
    зачетн* пушка песня божеств* божественн* нереально красот* хорош хорошо неплохо браво славно добротн* ништяк*
    агонь`,
  success: `success* successful successfully succeed* won win wins winning victory victories award awards awarded
    prize prizes achieve* achieved achievement* result effective effectively efficient* exceeded exceed* exceeds
    surpass* surpassed outperform* record records doubled tripled grew increased boost boosted improved improve*
    improving improvement* sold soldout flooded inflow compliments compliment* complimented praise praised praising
    hit viral worked works payoff profitable milestone breakthrough worthwhile worth fruitful rankings goal reached
    applause ovation raving raves успех* успеха успехом успешн* успешно преуспе* победа победы победу победой побед*
    победил* выиграл* выиграли выигрыш* награда награду награды наград* наградил* приз приза призы премия премию
    достиж* достижен* достиг* достигл* достигнут* результат* результата результаты результативн* эффект эффекта
    эффектом эффектив* эффективн* эффективно превзо* превзошл* превзошел превысил* превысили перевыполн* рекорд*
    рекорда рекордн* подскоч* подскочил* удвоил* удвоились утроил* улучш* улучшил* улучшен* разлет* разлетел* раскуп*
    раскупил* раскупили продали распродан* аншлаг* наплыв* посыпал* хвал* хвалят хвалит похвал* похвалил* похвала
    аплод* аплодисм* аплодир* овац* фурор* хит хита хитом прорыв* сработал* сработало отработал* окупил* окупилс*
    окупилась выстрел* выстрелил* выстрелила удалис* удалас* удалос* удался удалось получилос* получилось плодотвор*
    результатив* взлетел* взлетели стрельн* зашел зашло триумф* комплимент* комплименты отмечают`,
  joy: `finally relief relieved relieve* saved saviour lifesaver glad gladly delight* delighted delightful thrilled
    thrill* joy joyful joyous smile* smiling smiled smiles proud pride proudly cheer cheers cheering cheerful
    celebrate* celebrating happy happier happiest happily happiness excited exciting excitement enthusias*
    enthusiastic pleasure pleasant pleasantly pleased enjoy* enjoyed enjoying fun laugh laughed laughing laughter
    tears goosebumps touched touching overjoyed ecstatic hooray hurray yay yippee heart hugs hug kisses blessed lucky
    luck fortunate* fortunately champagne ура урааа уря наконец облегч* облегчен* облегчением спасл* спасли выручил*
    выручили рад рада рады радо радоват* радост* радость радости радостн* радуе* радуем* радует обрадов* порадов*
    порадовал* счаст* счастлив* счастье счастья улыб* улыбк* улыбае* улыбает* улыбнул* горд* гордим* гордит* гордост*
    гордость ликова* ликует ликуем восторг* весело весел* веселье праздну* отпраздн* отметим удовольст* удовольств*
    удовольствие приятн* приятно наслажд* наслажда* кайф* кайфуем кайфую мурашк* мурашки слез* слезы слезами растрог*
    растрогал* тронул* тронуты трогательн* обнима* обнимаю обнял* целую сердечк* сердце душа душе теплот* повезло
    везет везен* удача удачи удачу удачей счастливы вздохн* выдохн* выдохнул* выдохнули танцу* пляшем прыгаем хлопаем
    аплодир* хохот* смеял* смех смеха ржем шампанск* плеч гора окрылен* воодуш* воодушев* вдохновлен* вдохновл* ахах
    хаха`,
  recommend_you: `recommend recommends recommended recommending recommendation* refer referred referral* returning
    loyal loyalty longterm assured trust trusted trusting trustworthy confidence confident reliable reliability
    dependable honored partner partnership cooperation collaborat* anytime stars review testimonial reference
    references colleagues spread vouch extend renew renewal repeat рекоменд* рекомендуем рекомендую рекомендовал*
    порекомендовал* порекоменд* порекомендуем советую советуем советова* посоветовал* посоветуем совету* доверя*
    доверяем доверию доверием довери* доверие надежн* надежный надежно удовольств* удовольствием сотруднич*
    сотрудничеств* сотрудничать партнерств* вернемс* вернус* обратимс* обращус* обращатьс* дальнейш* продлим
    продлеваем продлить долгосроч* долгосрочн* остаемс* останемс* друзьям знакомым коллегам партнерам отзыв отзывы
    отзывов напишем звезд* звезды пятерк* баллов балл баллы балла честь чести совместн* совместной приведем лояльн*
    нарекомендоват* сарафан* сарафанн* благодарственн* порукой безопасно`,
  professional: `professional* professionalism expert* expertise competent* competence skilled skilful skillful
    talented talent talents creative creativity dedicated dedication committed diligent hardworking reliable
    responsive responsiv* attentive* patient patience polite courteous helpful friendly kindness flexible flexibility
    prompt promptly punctual* precise precision accurate accuracy thorough thoroughly quality speedy careful
    carefully detailed attention detail thoughtful proactive* honest honesty transparent transparen* efficient smooth
    smoothly seamless* uncomplicated easygoing effort efforts care caring approachable understanding listen listened
    listening craftsmanship organised organized structured professional's профессионал* профессиональн*
    профессионализм* профи мастер мастера мастерск* мастерств* экспертн* компетент* компетентн* опытн* талант*
    талантлив* креативн* творческ* внимат* внимательн* внимательно вниман* чутко чуткие чуткая чуткий чуткость
    терпелив* терпен* терпени* вежлив* вежливо вежливост* отзывчив* отзывчивост* доброжелат* дружелюбн* приветлив*
    гибк* гибкий гибкость гибко пунктуальн* точности точный точные точным точность аккуратн* аккуратно оператив*
    оперативность оперативно качествен* качественно качество качества качеством ответствен* ответственн* ответственно
    добросовест* добросовестн* старател* старательн* тщатель* тщательно скрупул* продуман* продуманн* инициатив*
    инициативн* честн* честно честность прозрачн* прозрачно четк* четко четкий слажен* слаженно слаженн* грамотн*
    грамотно толков* толково старание старания труд трудолюб* вникл* вникают вникли заботлив* забот* человечн*
    спокойн* спокойно комфортн* порядочн* обязательност* организован* организованн* услышали слышат умелый умело
    золотые`,
  unhappy: `disappoint* disappointed dissapoint* dissapointed disapoint* disappointment unhappy unsatisf* dissatisf*
    dissatisfied upset sad sadly saddened unpleasant terrible terribly awful horrible horribly poor poorly bad badly
    worst worse unfortunate* regret* regrettable displeased discontent* annoy* concerned embarrass* letdown
    underwhelm* underwhelmed mediocre lousy frustrat* frustrated frustrating frustration fed tired sick sorry
    unimpressed dismay* discourag* dishearten* shock* shocked shocking hurt depress* depressing bitter complain
    complaint* complaints dislike* disliked hate hates hated negative doubtful doubts regretting unacceptable
    разочар* разочаров* разочарован* недовол* недоволен недовольн* недовольств* неудовл* неудовлетвор* расстр*
    расстроен* расстроил* расстраив* огорч* огорчен* огорчил* огорчает печал* печально печаль грустн* грустно грусть
    обид* обидно обида обижен* обиде обидел* жаль жалко досад* досадно досада плохо плох* плохой плохая плохие плохое
    хуже худш* ужас* ужасн* ужасно отврат* отвратит* отвратительн* неприятн* неприятно неважно неважн* слабо слабый
    слабая неудачн* неудачно нехорош* нехорошо нелад* осадок осадк* сожал* сожален* жалеем жалею пожалел* пожалели
    шок шоке шокир* шокирован* шокированы ошараш* ненравит* нерад* нерады тоск* тоскливо уныл* уныло уныние
    посредств* посредственн* жалоб* жалоба жалобы жалуютс* жалует* пожалов* сетова* негатив* негативн* неустраив*
    неустраивает удруч* удручает удручен* напряг* напрягает беспокоит смущ* смущает коробит недоумен* недоумении
    неприятност* горько горечь опечал* опечален* надоел* надоело сокруш* неутешит* никуда`,
  anger: `angry anger angrily mad furious fury rage raging outrage* outrageous* annoyed annoying annoys irritat*
    irritated irritating unacceptable intolerable unbearable inexcusable ridiculous* absurd* scandal* scandalous
    disgrace* disgraceful disgust* disgusting shame shameful shameless joke joking nonsense insane crazy insult*
    insulting insolent rude rudely rudeness arrogant arrogan* disrespect* disrespectful impudent unprofessional*
    unbelievable incredible hell damn damned bloody crap bullshit shit fuck fucking wtf fed patience nerves nerve
    livid pissed seriously mockery outrageously appalling appalled boiling hate злюсь злюс* злит* злой злая злые
    злимс* злость злости разозл* разозлил* обозл* бесит бесите бесят беситес* бешен* бешенств* взбес* взбесил*
    раздраж* раздражен* раздражает неприемл* неприемлем* недопуст* недопустим* невынос* невыносим* безобраз*
    безобрази* безобразие возмут* возмущ* возмутит* возмущен* возмущени* позор* позорищ* скандал* смешно смех смеют*
    издев* издевает* издеватель* издеваетес* достал* достали доставать надоел* надоели надоело заколеб* задолб*
    задолбал* заеб* хамств* хамск* хамит* хам нахам* наглая наглые наглец* наглост* наглый нагло груб* грубо грубост*
    грубят неуваж* неуважен* неуважение беспредел* бред бреда бредов* чушь ерунда ерунду фигня фигню хрень хрени дурь
    дурак* идиот* тупой тупые тупо черт черту блин бля нахрен нафиг какого нервы нервов терпение терпения лопнул*
    лопается кошмар* кошмарн* кипит бомбит трясет ярост* ярость ненавиж* ненавист* гнев* негодован* негоду* обнагл*
    обнаглел* офонар* оборзел* охренел* совесть совести стыда неслыхан* вопиющ* вопиюще отвратн* мерзк* взрываюс*
    психу*`,
  poor_quality: `poor poorly quality shoddy sloppy careless* carelessly sloppily botch* botched amateur* amateurish
    useless worthless unusable unreadable illegible lousy ugly hideous crooked blurry blurred pixelated crumpled
    scratched smudge* smudged faded defect* defective faulty damaged flawed wrong incorrect inaccurate inconsistent*
    incomplete unfinished generic boring dull bland primitive template mistake* typo typos misspell* misspelled
    misprint* broken rubbish garbage trash junk crap mess messy mediocre weak subpar unprofessional disaster horrible
    tacky kitsch clumsy clunky confusing lifeless soulless copied plagiar* substandard халтур* халтура халтурн*
    некачествен* некачественн* низкопроб* низкокачеств* брак брака бракован* криво кривой кривая кривые коряв* коряво
    корявый корявые косо косой косяк* косячн* косячат небрежн* небрежно неаккурат* неаккуратно неряш* неряшлив*
    топорн* топорно сыро сырой сырая сырое сырые недодел* недоделан* недоработ* недоработк* незаконч* убог* убого
    убожеств* уродлив* уродск* урод страшненьк* нечитаем* нечитабельн* неразборч* размыт* мутн* мыльн* пикселит*
    бледн* блекл* тускл* грязн* грязно пятна пятно царапин* помят* мятый мятые смазан* смазано ошибк* ошибками ошибок
    опечатк* опечатками безграмот* безграмотн* неграмотн* бездарн* бездарно непрофессион* непрофессионал* дилетант*
    любительск* шаблонн* шаблонно шаблонный банальн* банально скучн* скучно скучный примитив* примитивн* безвкус*
    безвкусн* безвкусица безлик* бездушн* серо серость никакой никакая никакое дешевк* дешево дешевенько мусор* хлам
    хлама шлак отстой отстойн* фигня туфта туфту лажа лажу лажают лажовый лажовая лажово слепи* слепили тяп ляп ляпы
    ляпов тяпляп* наспех спустя рукава отпиской бестолк* бестолков* негодн* негоден непригодн* непригоден плагиат*
    слизан* содран* скопирован* испорчен* испортил* испортили запорол* запороли запортач* напортач* накосяч* ужасн*
    кошмарн* колхоз* колхозн* недоделк* разномаст* расползл* отклеивает* отвалив*`,
  ignored: `ignore ignores ignored ignoring silent silence silently unanswered noanswer disappear* disappeared ghost
    ghosted ghosting vanish* vanished nothing unread unreachable unavailable unresponsive avoid* avoids dodg* excuse*
    excuses brush brushed fob fobbed stonewall* neglect* neglected overlook* overlooked forget forgot forgotten
    unheard voicemail reply replies answer answers response responding deaf blank crickets hide hiding mia absent
    uninformed игнор* игнорир* игнорирует* игнорите заигнор* проигнор* молч* молчит молчите молчат молчание молчани*
    молчком замолч* замолчал* отмолч* тишин* тишина тишину глухо глухая глухой неотвеч* отвечает отвечаете отвечают
    ответа ответов безответ* пропал* пропали пропала пропадает* пропадаете исчез* исчезл* исчезли испарил* испарилис*
    слился слились отписк* отписки отписками отписывает* отмаз* отмазк* отмазки отмазок отмазывает* отговор*
    отговорк* отговорки отговорками уверт* увилив* юлите юлит* динамят динамит* динамите завтрак* завтраками кормите
    кормят отфутбол* отшив* посылаете отмахив* отмахн* отмахнул* забил* забили забыл* забыли проигнорил* недозв*
    недозвон* дозвон* дозвониться дозвонит* трубку трубки сбрасыв* сбрасываете прячет* прячетес* скрыва* скрываетес*
    избега* избегает* уклон* уклоняет* наплеват* наплевательск* плевать начха* стене стена стену стенку горохом рыба
    партизан* добит* достучат* достучаться непрочит* непрочитан* прочитано прочитан* бросили брошен* брошены кинули
    неуваж* безраз* безразлич* безразличн* равнодуш* равнодушн* пофигизм* ноль нуль эмоций реакции`,
  blame: `blame blames blamed blaming fault faults faulty guilt guilty responsible responsibility responsibilities
    accountable liab* liable liability because cause caused negligen* negligence negligent careless carelessness
    incompeten* incompetence incompetent irresponsib* irresponsible ineptitude unreliab* unreliable unprofessional*
    failed failure failures fail mislead* misled misleading lie lies lied lying liar deceiv* deceived deception
    cheat* cheated cheating dishonest* scam* scammed fool fooled trick tricked false falsely fake pretend* pretended
    broke broken betray* betrayed violat* violated violation breach* breached sabotage messed screwed ruined ruin*
    wrecked spoil* spoiled damage damaged damages accus* accused hidden conceal* concealed overcharged вина вину вины
    вине виной виноват* виновны* виновн* винова* обвин* обвиня* обвинен* ответственност* безответ* безответственн*
    безалаб* халат* халатн* халатность некомпет* некомпетент* неумех* неумел* бездар* непрофесс* непрофессионал*
    ненадежн* ненадежный необязат* необязательн* подвел* подвели подводите подводит подводят подвод* подстав*
    подставил* подставили подставляет* обман* обманул* обманули обманыва* обманываете обманут* соврал* соврали врете
    врут врет вранье вранья вруны ложью ложн* ложь лжи лжете лгут лжив* надул* надули надувательств* развод разводите
    разводят развел* развели кидалово кидал* кинули кинул* мошен* мошенник* нечест* нечестн* нечестно недобросовест*
    недобросовестн* нагрел* скрыл* скрыли скрываете умолч* умолчал* навязал* навязали навязыв* нарушил* нарушили
    наруш* нарушен* нарушаете сорвал* сорвали завалил* завалили провалил* провалили угробил* угробили испортил*
    испортили облажал* облажались накосяч* накосячили напортач* напутал* напутали перепут* перепутал* перепутали
    забыл* недоглядел* недосмотр* упустил* прошляп* прошляпили проворон* протрач* слил* слили развалил* развалили
    сломал* сломали разгильдя* разгильдяйств* бардак* ваша вашей вами некорректн* пренебр* пренебрег*`,
  threat: `lawyer* attorney court sue sued legal legally terminate* terminating termination cancel* cancelled
    cancelling elsewhere switch switching competitor refund* refunds chargeback* complain* complaint* complaints
    claim claims claiming penalty penalties penalise* escalate* escalat* stops withhold* withheld withdraw* deduct*
    deduction compensation compensate* compensat* damages ultimatum warning warn warned warns consequence*
    consequences notice breach review* reviews publicly reconsider* rethink parting drastic replace dispute* disput*
    authorities reject* расторг* расторгаем расторж* расторжен* расторгнуть разорв* разорвем разрыв* разрываем суд
    суде суда судом суду судит* судимс* судебн* иск иска иском подадим подаем досудебн* претенз* претензи* претензию
    жалоб* жалобу жалобы пожалу* пожалуем* верните вернуть верни вернете возврат* возврата возместит* возмещ*
    возмещени* компенс* компенсац* компенсир* отказ* отказываем* откажемс* отказатьс* уйдем уходим уйти уйду
    неустойк* неустойку штраф* штрафн* штрафы пеня пени пеней санкци* удерж* удержим вычт* вычтем вычет* вычесть
    приостан* остановим прекращ* прекращаем прекратим ультимат* предупред* предупрежда* предупрежден* крайние меры
    мерам вынужден* вынуждены огласк* публично прокуратур* прокурат* полици* роспотребнадзор* юрист* юристам юристы
    юристов адвокат* разбирательств* разбир* разберемс* распроща* прощаем* попрощаем* расста* расстаемс* расстанемс*
    закончим завязываем пересмотр* пересмотрим задума* задумаемс* задумаетес* руководств* дойдет дойдем эскалир*
    эскалац* черный блоклист* ответите пожалеет*`,
  expect: `expect* expected expecting expects expectation* expectations thought hoped hoping assum* assumed imagin*
    imagine imagined counted counting relied relying anticipat* anticipated believed supposed trusted forecast*
    unexpected unexpectedly surprise* surprised surprising surprisingly sudden suddenly astonish* astonished amaze*
    unforeseen unforeseeable strange strangely odd weird shock* shocked disbelief wonder supposedly differently
    reality contrary wish wished ожид* ожидал* ожидали ожидани* ожидаем* ожидания рассчит* рассчитывал* рассчитывали
    расчитыв* думал* думали думала надеялис* надеял* полага* полагал* полагали предполагал* предполаг* представл*
    представлял* представляли планировал* планировали хотели верил* верили поверил* неожид* неожидан* неожиданно
    неожиданност* внезап* внезапн* внезапно вдруг сюрприз* сюрпризы удив* удивил* удивлен* удивлены удивит*
    удивительн* удивляет изумл* изумлен* поразил* поразит* поражен* поражены ошел* ошелом* непредвид* непредвиден*
    непредсказ* странн* странно странный чудной необычн* предвкуш* предвкушаем прогнозир* чаял* чаяли превзошл*
    оправда* оправдал* неоправд* казалос* казалось воображ* вообража* мнил* верилос* озадач* озадачен*`,
  waste: `waste* wasted wasting wasteful money nothing costly lose loses losing lost loss losses vain useless
    pointless fruitless sense drain drained burn burned burnt expensive throw thrown threw squander* blow blew sunk
    regret worthless damages damage refund zero penny tune зря впустую напрасн* напрасно понапрасну даром тратим
    тратить трачу тратите трата траты потрат* потратил* потратили потрачен* потрачено убил* убили убит* угрохал*
    угрохали ухлоп* грохнул* теря* теряем теряю теряет терял* потеря* потеряли потеряно потери потерь потерян* деньги
    денег деньгам псу хвост коту ветер выброс* выброшен* выброшенны* выкинул* выкинули выкинут* слив сливает* слили
    бессмысл* бессмысленн* смысла смысл бестолк* бестолку бесполезн* бесполезно бесполезный толку толка толк проку
    прок пользы ноль нуль нулевой переплат* переплачив* переплатили убыт* убытки убытков ущерб* упущен* упущенн*
    выгода выгоды безрезульт* безрезультатн* впуст* насмарк* насмарку бездонн* растрат* дыру неэффект* неэффектив*
    неэффективн* неокуп* мартышк* вхолост* холостую выхлоп* выхлопа`,
  sarcasm: `congratulations congrats bravo wow marvellous marvelous genius naturally typically obviously clearly
    apparently funny hilarious ironic ironically irony masterpiece applause clap nobel priceless bless seriously
    magic miracle joke jokes поздрав* поздравляю поздравляем браво гениальн* гениально молодцы молодец прекрасно
    замечательно конечно ну классика классик* вау ого ух эх ах аплодис* аплодир* овац* нобел* оскар* шедевр* цирк
    цирка цирку клоун* клоуны шут шутк* шутите шутка шутники детсад* детский сад анекдот* сказк* сказки сказочник*
    смешно забавн* забавно весело ржач* хаха ахах ржу ирони* ироничн* сарказм* типичн* типично ожидаемо предсказуемо
    чуда интересненько красавцы умники гении гений герои герой мда мдя ндя ясненько занавес бинго фокус фокусы бурные`,
  worry: `worry* worried worrying worries concern* concerned anxious anxiety nervous nervously afraid fear* fears
    feared scared scary panic* panicking panicked stress* stressed stressful sleepless uneasy unsettl* unsettled
    alarm* alarmed tense tension pressure doubt* doubts risk risks risky danger* dangerous suspicio* suspicious
    confused confus* puzzled perplex* distress* trouble* troubled bother* bothered unsure insecure hesita* hesitant
    urgent critical threat* threatened uncertain* uncertainty dread* shaky careful wary caution* cautious беспок*
    беспокоим* беспокоит* беспокоюс* беспокойств* волнуе* волнуют* волнуем* волнуюс* волнует* волнени* волнитель*
    пережива* переживаем переживаю переживан* трево* тревож* тревожн* тревожит* тревога тревогу нервн* нервнича*
    нервничаю нервничаем занервн* боюс* боимс* боитс* боят* боязн* боязно опаса* опасаем* опасаюс* опасен* опасн*
    опасно опасност* страх страхом страхи страшно страшит* испуг* испугал* напуг* напуган* пуга* пугает пугаем паник*
    паника панике паникуе* запаник* стресс* стрессов* напряж* напрягаем* напрягает напряг* сомнева* сомнен* риск
    риска риски рисков рискуе* рискова* рискован* насторож* настораж* настораживает подозр* подозрен* подозрительн*
    смущ* смущает растер* растерян* растерял* теряюс* неувер* неуверен* гложет бессон* бессонн* ночам дерга* дергает*
    отчаян* отчаяни* отчаялис* шатк* осторож* осторожн* осторожно неспокойн* неловк* обеспоко* обеспокоен* озабоч*
    озабочен* угроз* угрожа* ужас*`,
  number_word: `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
    billion dozen dozens twice double triple half quarter couple pair pairs several few single dual number numbers
    zero score percent fold один одна одно одну одного одной два две двух двум двумя три трех трем тремя четыре
    четырех четырем пять пяти пятью шесть шести семь семи восемь восьми девять девяти десять десяти одиннад* двенадц*
    двенадцать тринадц* четырнадц* пятнадц* шестнадц* семнадц* восемнадц* двадцат* тридцат* сорок сорока пятьдес*
    пятидес* шестьдес* семьдес* восемьдес* девяност* сто ста двести двухсот триста трехсот четыреста пятьсот пятисот
    тысяч* тыс миллион* млн миллиард* млрд дюжин* пара пару пары парочк* несколько нескольк* двое трое четверо пятеро
    вдвое втрое вдвоем полтора полторы половин* половина треть трети четверть четверти ноль нуль нуля сотня сотни
    сотен десяток десятк* десятка десятки десятков единиц* штук* штука штуки штучк* шт экз экземпляр* комплект* раз
    раза процент* двойн* тройн* оба обе энное`,
  degree_high: `very really so too extremely highly absolutely totally completely utterly quite pretty much far super
    incredibly particularly especially terribly awfully exceptionally extraordinarily immensely enormously hugely
    huge enormous massive giant vast big bigger biggest large larger largest great greatly deeply strongly strong
    truly genuinely sincerely way fairly seriously severe severely significantly significant considerably
    considerable substantially substantial dramatically drastic* incredible extreme intense maximum insanely
    wholeheartedly mega crazy очень оч оченна весьма крайне слишком чересчур чрезвычайн* чрезмерн* абсолютно
    совершенно совсем полностью вполне достаточно довольно настолько столь столько так такой такая такие сильн*
    сильно сильнее гораздо намного значительн* значительно существен* существенно заметно заметн* особенн* особенно
    особо исключительн* невероятн* невероятно безумн* безумно ужасно страшно дико жутко жутк* бешен* глубок* глубоко
    искренне искренн* действительно реально правда прямо супер мега ультра гипер огромн* огромный громадн* гигант*
    гигантск* колоссальн* бескрайн* крупн* крупный мощно мощный масштабн* максимальн* предельно категорич*
    категорически капец пипец очееень ваще просто самый самая самое самые самых самого наибол* наиболее аж даже куда
    резко резк* невозможно неимовер* безмерн* бесконечн* бесконечно всей душой весомо основательн*`,
  degree_low: `little bit slight slightly somewhat small smaller smallest tiny minor minimal minimally minimum mini
    micro short few fewer less least lesser lower partly partially part almost nearly barely hardly scarcely just
    only merely touch tad hint trifle simple quick brief briefly approximately approx about around roughly circa ca
    estimated some couple limited modest moderate moderately marginal* marginally trivial negligible cosmetic gently
    enough low compact trace fraction немного немножк* немножечк* чуть чуток чутка чуточк* слегка малость мало
    маленьк* маленький маленькая малый малая малое малые мал мала мелк* мелкий мелкие мелочь мелочи мелоч* мелочев*
    мелочах небольш* небольшой небольшая небольшие незначит* незначительн* несуществ* несущественн* минимальн*
    минимально минимум мини микро крошечн* крохотн* короткий короткая короткое кратк* кратко краткий несколько
    частичн* частично отчасти почти едва лишь только всего просто примерн* примерно приблиз* приблизительно около
    ориентировочн* порядка плюсминус грубо навскидку менее меньше поменьше меньший ниже пониже наименьш* слабо слабый
    умерен* ограничен* скромн* скромно косметич* незаметн* легкая легкие легкий легонько еле самую каплю капельк*
    толику компактн* узкая узкое узкие узко узкий тонк* нечто неполн* недо символич*`,
  easy_hard: `easy easier easily easiest simple simpler simply simplest simplicity difficult difficulty hard harder
    hardest tough complex complexity complicated tricky effort efforts feasible possible impossible realistic
    challenging demanding elaborate straightforward effortless* hassle uncomplicated quick trivial laborious heavy
    light workload manhours hours intricate convoluted piece cake burden burdensome achievable doable advanced basic
    elementary technically labor labour prosto простого простым простых просто простой простая простое простые проще
    попрощ* простейш* упрост* упроща* легк* легко легкий легче полегче облегч* нетрудн* несложн* элементарн* сложн*
    сложно сложный сложная сложнее сложнейш* усложн* трудн* трудно трудный труднее тяжел* тяжело тяжелый тяжелее
    трудоемк* трудозатр* трудозатрат* замороч* заморочк* геморро* геморрой муторн* муторно запутан* хитр* хитрый
    нетривиал* нетривиальн* непрост* непросто нелегк* нелегко кропотлив* громоздк* объемн* объемный затратн*
    ресурсоемк* усилие усилиям усилий усилия силы сил нагрузк* посил* выполним* реалистич* пустяк* пустяки ерунда
    фигня делов минутн* минутное полчасик* возня возни базов* стандартн* стандартный`,
  important: `important* importance importantly crucial critical critically vital essential key main mainly major
    priority priorities significant* necessary urgent serious seriously strategic core central primary principal
    decisive fundamental relevant relevance matter matters mattered valuable value special specially particular
    particularly highlight* emphasi* emphasis mandatory heart focus focused attention weigh* top first foremost
    nonnegotiable pivotal keystone важн* важно важный важная важнее важнейш* важность ключев* ключевой главн* главное
    главный основн* основное основной основная принципиальн* принципиально критич* критично критический значим*
    значимый существенн* серьезн* серьезно серьезный приорит* приоритет приоритетн* первостеп* первоочеред* перво
    стратегич* особ* особо особое особый особая особенно особенн* внимание вниманию внимания акцент* акцентир*
    подчеркн* подчерк* выделит* решающ* обязательн* насущн* определяющ* фундамент* фундаментальн* центральн* ценная
    ценные ценност* ценный ценно ценность весомо весомые веское весомый необходим* актуальн* острый остро суть сути
    сутью основа основы неважн* второстеп* второстепенн* главнее фокус* упор`,
  place: `place places here there where location* local locally city cities town towns village region regions
    regional district area areas country countries abroad foreign overseas world worldwide europe european germany
    german austria switzerland swiss france italy spain uk britain england london berlin munich vienna zurich paris
    usa us america american canada china chinese india dubai uae turkey poland russia russian ukraine kazakhstan
    belarus netherlands sweden norway denmark finland czech asia africa australia national international global
    office street floor building door upstairs outside inside home onsite premises headquarters address warehouse
    entrance corner north south east west место места месте местн* местный местная тут здесь там туда сюда отсюда
    оттуда где город города городе городу городов городск* регион* область области района район районе районы страна
    страны стране страну стран странах зарубеж* зарубежн* заграниц* иностран* иностранн* мир мира мире миру мировой
    европу европы европейск* европа европе германи* австри* швейцар* франци* итали* испани* англия англии англию
    британи* лондон* берлин* париж* сша америк* канад* китай китая китае китаю индия индии индию дубае дубая дубай
    эмират* оаэ турци* польш* росси* рф украин* казахстан* беларус* белорусс* узбекистан* грузия грузии грузию
    армени* азербайдж* киргиз* кыргызст* прибалт* голланди* чехия чехии чехию азию азиатск* азия азии африк*
    австрали* снг москва москве москвы москву москов* подмоск* питер питера питере спб петербург* санкт екатеринбург*
    екб новосиб* казань казани казан* краснодар* сочи самара самаре самарск* уфа уфе пермь перми ростов ростове
    нижний нижнем нижнего челябинск* омск* томск* тюмен* воронеж* волгоград* калининград* владивосток* алматы астана
    астане минск* ташкент* ереван* тбилиси баку урал урала урале сибир* сибирь юг юге север севере запад западе
    восток востоке улиц* улица адрес адреса здани* этаж* дом доме дома домой офис офисе внутри снаружи рядом вокруг
    напротив вход кабинет*`,
  idea: `idea* ideas thought thoughts thinking think thinks came occurred suggest* suggestion* suggested propose*
    proposed proposal* inspired inspiration inspire* brainstorm* invent* invention creative creativity imagine
    imagin* imagination vision concept* concepts innovat* consider* considering considered wonder wondering envision*
    ponder* contemplat* notion insight spark suddenly dream* possibility opportunity impulse reconsider brainwave
    epiphany hmm идее идеей идеям идеями идея идею идеи идей идейк* придум* придумал* придумали выдум* подума*
    подумал* подумали подумаем подумай* думаем думаю дума* думае* обдум* обдумаем задум* задумал* задумали задумк*
    задумка раздум* надума* надумали мысл* мысль мысли мыслях мыслим помысл* размышл* предлаг* предлагаю предлагаем
    предлож* предложил* предложени* осенит осенил* осенило пришла пришло вдохнов* вдохновил* вдохновен* креатив*
    фантаз* фантази* воображ* концепц* инициатив* гипотез* прикин* прикиньте может замысл* замысел вариант озар*
    озарило озарен* эврика брейншторм* мозгов* штурм штурма штурмом накрут* креативит* изобре* изобрет* наитие
    взбрел* вздумал* загорел* загорелис* рассматрив* рассматриваем рассмотрет* чесалось`,
  outside_contract: `contract scope outofscope estimate original originally initial initially brief included include
    includes including package beyond outside exceed* exceeds exceeding budget spec unplanned unforeseen agreement
    additional separately separate deviates deviat* deviation amend* amendment contained covered cover covers
    addendum surplus unincluded exclud* creep overrun* prior договор договора договоре договору договором договорн*
    тз смета смете сметы смету изначальн* изначально первоначальн* первоначально сначала сперва исходн* исходно объем
    объема объему объеме объемы пакет пакета пакете пакету включен* включено включены включал* входит входят входил*
    входило входила рамки рамках рамок рамкам пределы пределами превыш* превыша* превышен* выходит выходят выходящ*
    сверх сверхур* вне внепланов* внебюдж* незаплан* незапланир* неучт* неучтен* предусм* предусмотр* предусмотрен*
    непредусм* предполагал* предполагалос* оговор* оговарив* оговоренн* обговар* согласован* согласованн* утвержденн*
    техзадан* условия условиям допник* доп допа допсоглаш* допсоглашени* отдельно отдельн* отдельной отдельная тариф*
    абонентк* лимит* лимита перерасход* бриф* брифа брифе планировалос* закладывал* заложен* заложено`,
  better_worse: `better best worse worst improve* improved improving improvement* enhance* enhanced upgrade* optimi*
    optimis* optimiz* refine* refined polish polished finetun* perfecting stronger weaker higher lower faster slower
    cleaner clearer brighter bolder simpler nicer smoother sharper fresher livelier warmer modern modernise*
    moderniz* modernization comparison compared compare same similar similarly different differently difference*
    differs equal equals identical alike opposite contrast versus vs unlike analog analogous resembl* лучше получше
    лучш* улучш* улучши* улучшит* улучшен* хуже похуже ухудш* ухудшен* усилит* усилить усилим усилите усилен*
    усоверш* совершенств* усовершенств* оптимиз* оптимизац* доводк* шлифовк* отшлиф* освеж* освежит* освежи* обновит*
    обнови* обновлен* модерниз* осоврем* осовремен* ярче сильнее слабее выше ниже быстрее медленнее чище понятнее
    легче проще живее свежее интереснее красивее удобнее дороже крупнее мельче больше меньше скучнее плотнее похож*
    похоже похожий похожие схож* схожий подобн* подобный аналогичн* аналогично одинак* одинаков* тожеств* идентичн*
    идентично отлич* отличает* отличаетс* отличи* разный разная разные разных разниц* разница различ* различн*
    различает* сравнен* сравнении сравнит* против чем нежели относит* относительно`,
};

const lexicon = new Lexicon(CONCEPTS, 3);

/** A word that says more than this says nothing for sure. */
const MOST = 4;

/** What a word says: the surest first, at most four. */
export const conceptsOf = (word: string): readonly string[] => lexicon.namesOf(word).slice(0, MOST);
