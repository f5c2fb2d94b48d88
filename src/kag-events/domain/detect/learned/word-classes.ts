import { Lexicon } from './lexicon.js';

/**
 * Words by what they are about: what stands for a person, a promise, a thing to hand over. A sentence's pattern of
 * these tells more than its words, of which no list of examples holds all. `stem*` is any ending; where a word fits
 * many, the first counts most.
 */
const CLASSES: Readonly<Record<string, string>> = {
  not: `not no never none nobody nothing neither nor without cannot hardly не нет ни никогда никто ничего никак* без нельзя
    нечего никому некому`,
  if: `if unless once provided providing assuming whether depending otherwise если при_условии условии иначе либо`,
  when: `when whenever until till after before когда после пока прежде перед как_только`,
  maybe: `maybe perhaps probably possibly might hope* hopeful* try trying guess doubt* unsure likely unlikely suppose
    возможно наверн* вероятно надею* надеем* попроб* постара* пыта* попыта* вряд сомнева* скорее похоже кажется вроде
    может_быть ориентировочно`,
  but: `but however though although yet except only just despite но однако хотя только зато кроме а лишь`,
  say: `said say says told tell wrote writes promised asked mentioned called говор* сказа* писал* обеща* сообщ* называется
    утвержда`,
  they: `they he she them him her his their theirs who whom everyone everybody anybody anyone somebody someone other others
    они он она их его ее им ему ей кто кому кого другой друг* чуж*`,
  old: `former previous last ago earlier already yesterday since прошл* предыдущ* бывш* раньше ранее уже вчера назад давно
    когда_то был была были было`,
  outsider: `bank* apple google facebook meta instagram tiktok amazon supplier* vendor* competitor* court* city mayor tax
    landlord* insur* custom customs police printer* courier* government neighbour* neighbor* sister* brother* friend* wife
    husband kids host hoster* store visitors users user buyer* buyers doctor* airport hotel union authorit* ministry
    банк* эпл гугл яндекс* ozon озон* поставщик* конкурент* суд суда суде судом суду налогов* администрац* мэри*
    арендодат* страхов* таможн* полици* типограф* курьер* сосед* сестр* брат* друг подруг* жен* муж* модерац*
    роскомнадзор* хостер* покупател* пользовател* посетител* росреестр* министерств* apple google`,
  chief: `boss* director* ceo cfo cto owner* board management chief* head committee president founder* investor* legal
    marketing finance hr sales it шеф* директор* начальств* начальник* руковод* правлен* совет* собственник* владел*
    основател* инвестор* юрист* маркетинг* финанс* кадров* совещан* безопасник* генеральн*`,
  staff: `team* colleague* accountant* lawyer* designer* developer* manager* partner* assistant* editor* photographer*
    intern* dealer* franchis* programmer* copywriter* админ админа команд* коллег* бухгалт* дизайнер* разработчик* менеджер*
    партнер* ассистент* редактор* фотограф* стажер* айтишник* ребят* дилер* франчайз* программист* копирайтер* сотрудни*
    специалист* маркетолог* секретар* помощни*`,
  approve: `approv* aprov* aproov* consent* sign signed signing signoff signature countersign* accept* agree* agreed
    confirm* blessing nod* authoris* authoriz* утверд* утвержд* утвержа* одобр* соглас* апрув* аппрув* подтвер* акцепт*
    подпи* виз* завизир* принима* принят* принял* добро отмашк* кивок кивк* визу`,
  ok: `ok okay okey fine good great perfect perfectly happy alright lgtm yes yep yeah sure right correct comfortable
    satisfied suitable works suit suits ок окей норм нормально хорошо отлично супер устра* подход* подош* годится порядке
    верно да ага угу класс замечательно прекрасно идеально огонь чудно четко`,
  go: `go proceed launch* publish* release* start* begin* ship* print* deploy* live roll* continue ahead forward green
    light online run carry move switch push out запуск* запуст* публик* опублик* печат* начина* начн* начат* старт*
    приступ* выпуск* выпуст* выкат* выклад* заливай* погнали поехали едем вперед релиз* отдавай* отдава* открыва* включай*
    переключ* двига* действу* пуска* пуст* дела* размеща* жмите производств*`,
  choose: `option* variant* choose* chose* choice pick* prefer* decide* decision which either winner settle* selected
    вариант* выбир* выбер* выбра* выбор* берем беру остановл* останавл* решил* реши* решен* голосу* предпоч* какой какую
    какая какие лучше ближе`,
  ask: `please kindly could can would may shall should let пожалуйста можно можете сможете прошу просим просьба могли
    подскажите скажите дайте давайте разрешите пожалуста плиз`,
  want: `need* want* requir* wish* like love prefer lack* missing must нуж* хот* хоч* требу* необходим* надо понадоб*
    желател* мечта* просит просят неплохо хватает напрашива* пригод* охота`,
  more: `also another additional extra more further too plus besides well addition second additionally top while еще
    также тоже дополнит* заодно вдобавок сверх сверху помимо вместо instead заодно туда плюс новый новая новое новую`,
  make: `make* made build* add* adding includ* creat* design* develop* integrat* extend* expand* increase* produc* translat*
    implement* insert* support* squeeze throw set draw добав* дабав* сдела* сделайте созда* разработ* включит* включить
    подключ* прикрут* прикрут* встро* нарис* расшир* увелич* перевед* внедр* втисн* докин* заложи* интегр* построй* запилит*`,
  thing: `page* section* feature* function* form forms language* module* tab* block* banner* button* filter* integration*
    blog* calculator* chat chatbot* widget* galler* newsletter* popup* landing* screen* dashboard* animation* video* slide*
    template* field* login map translation* illustration* icon* categor* menu* step* role* theme* mode export* import* api
    notification* review* shop store catalog* quiz* template* calendar* player* wishlist* search archive* configurator*
    раздел* страни* страничк* функци* форм* язык* модул* верси* вкладк* блок* баннер* кнопк* фильтр* интеграци* блог*
    калькулятор* чат* виджет* галере* рассылк* попап* лендинг* экран* дашборд* анимаци* видео ролик* слайд* шаблон*
    поле поля оплат* авторизаци* поиск* карусел* слайдер* карт* перевод* иллюстраци* иконк* меню категори* шаг* рол*
    режим* тем* выгрузк* экспорт* импорт* уведомлени* отзыв* магазин* каталог* карточк* квиз* кабинет* фич* бот* плеер*
    избранн* архив* конфигуратор* ленту лент*`,
  service: `seo advertis* ads campaign* rebrand* branding redesign* brand* app apps website* site sites hosting maintenance
    retainer training audit* copywriting pr podcast* packaging identity marketing social media analytics migration*
    localis* consult* strateg* naming outsourc* crm intranet shopify video production photo* newsletter* support
    subscription* automation* сео продвиж* реклам* ребренд* бренд* редизайн* приложени* сайт* хостинг* сопровожд*
    поддержк* обучен* аудит* нейминг* пиар* подкаст* упаковк* стил* соцсет* аналитик* метрик* съемк* копирайт* маркетплейс*
    портал* црм crm 1с битрикс* автоматизац* логотип* лого техподдержк* директ* смм брендинг* полиграф* консульт*`,
  supplier: `agency agencies contractor* freelancer* studio* vendor* outsourc* агентств* подрядчик* студи* исполнител*
    фрилансер*`,
  work: `draft* mockup* mock_up* mockps layout* wireframe* prototype* estimate* quote* proposal* budget* scope contract*
    agreement* brief* concept* copy text texts article* artwork* logo* storyboard* sketch* version* homepage sitemap* plan
    plans roadmap* timeline* schedule specification* spec visual* presentation* deck* report* brochure* content build
    flyer* poster* label* palette* colour* color* offer* document* invoice* script* project milestone* макет* дизайн*
    эскиз* смет* договор* бриф* концепц* текст* стать* прототип* сценари* презентаци* отчет* документ* счет* стратеги*
    контент* правк* верстк* раскадровк* структур* тз техзадани* бюджет* предложени* кп визуал* график* этап* обложк* пост
    посты сборк* каталог* акт акта брошюр* наброс* план плана проект* медиаплан* слоган* заголов*`,
  send: `send* sent deliver* share* provid* forward* upload* submit* hand* return* pay* transfer* receiv* get gets prepare*
    finish* complet* ready have bring* install* pick пришл* отправ* вышл* вышел скин* перешл* сда* переда* предостав* загруз*
    выложу выложим залью зальем оплат* перевед* верн* получ* подготов* готов* закон* заверш* доставл* положу кинем
    ждите упадет ляг* покаж* представ* соберем доделаю доделаем`,
  fix: `fix* repair* correct* replac* chang* updat* adjust* remov* delet* restor* исправ* поправ* почин* замен* перенес*
    измен* обнов* убер* удал* помен* перезагр* восстанов* переделай* доработ*`,
  talk: `call* meeting* meet met appointment* lunch* dinner* talk* chat calendar* invite* conference* webinar* workshop*
    agenda zoom seminar* party holiday* vacation* leave time звон* созвон* встре* обед* ужин* календар* перегов* вебинар*
    семинар* конферен* отпуск* отгул* праздн* время времени выставк* перезвон* поговор* увид*`,
  data: `email* mail phone* address* password* login* access vat code* number* link* account* screenshot* comment* ticket*
    key keys name spelling browser* folder* spam copy cc bcc thread contacts почт* телефон* адрес* парол* логин* доступ*
    инн реквизит* код* номер* ссылк* скриншот* коммент* учетк* ключ* имя браузер* папк* спам* копи* тикет* переписк* кеш*
    аккаунт*`,
  money: `invoice* payment* price* cost* charge* rate* money fee fees discount* deposit* цен* стоим* стоит тариф* расценк*
    деньг* плат* скидк* аванс* руб* тыс* сколько почем обойд* прайс*`,
  fault: `down broken error* bug* crash* slow* fail* problem* issue* wrong* complain* lost ошибк* упал* лежит слома* вылет*
    тормоз* завис* проблем* сбо* баг* жалоб* глюч* пропал*`,
  threat: `sue court police cancel* terminat* penalt* late lawyer* stop charge* suing суд* штраф* пени расторг* жалоб*
    прекра* взыщ* претензи* неустойк*`,
  thank: `thank* thanks thx cheers grateful appreciate* спасиб* благодар* спс признател*`,
  wait: `wait* await* pending expect* жд* жду ждем ожида* осталось`,
  day: `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december jan feb mar apr jun jul aug sep sept oct nov dec today tomorrow tonight week weeks weekend
    month day days eod eow noon morning evening afternoon quarter year hour hours minutes понедельник* вторник* сред*
    четверг* пятни* суббот* воскресен* январ* феврал* март* апрел* мая мае май июн* июл* август* сентябр* октябр* ноябр*
    декабр* сегодня завтра послезавтра недел* выходн* месяц* месяца день дня дней утр* вечер* обед* квартал* год* час* числ*
    пн вт ср чт пт сб вс зватра зафтра`,
  by: `by until till before within no_later deadline* due target до к ко позднее срок* дедлайн* течение`,
  will: `will shall going gonna буду будем будет будут будете станет`,
  deal: `deal agreed settled settle fix* promise* commit* guarantee* scheduled planned target handover договорил* договор*
    обеща* обязу* гарант* фиксир* зафикс* решено сошлись уговор* назнач* заплан* ударили порешил* условил*`,
  plan: `plan* launch* open* expand* enter* grow* merge* anniversar* новый planning consider* thinking планир* открыва*
    выходим собира* расшир* раст* запуска* юбиле* дума* подума* рассматрива* намер*`,
  look: `look* search* hire* recommend* interested ищем ищу подыскив* посовет* порекоменд* интерес* нанять наня*`,
  done: `done finished live online here attached done works готов* сделан* отправлен* выполн* вложени*`,
  you: `you your yours yourself u ya вы вас вам ваш* ваша ваши вами ты тебе тебя твой`,
  me: `i we our ours my mine us me myself ourselves я мы наш* мой моя мне нам нас нами меня мной мною себя`,
  what: `what how which why where who when что как почему зачем где куда сколько насколько чем`,
  it: `it this that these those everything all both это этот эта эту эти то все всё так такой таком`,
};

const lexicon = new Lexicon(CLASSES, 2);

export const CLASS_NAMES: readonly string[] = Object.keys(CLASSES);

/** The classes of a word in the order in which they count. */
export function classesOf(word: string): readonly string[] {
  const found = lexicon.namesOf(word);
  return found.length < 2 ? found : CLASS_NAMES.filter((name) => found.includes(name));
}
