const setOf = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** To hand something over or to have it done: a promise with or without a date. */
export const SURE_EN =
  setOf(`send share deliver provide prepare finish finalise finalize complete fix update upload submit deploy
  launch release publish pay transfer sign draft revise rework redesign implement forward resend invoice install migrate
  configure correct develop translate print ship resolve email mail circulate attach issue reimburse refund wire settle
  rewrite refactor repair restore remove replace adjust amend produce countersign hand`);

/** Deeds that are a promise only with a date. */
export const DATED_EN =
  setOf(`let check call ring review reply respond answer follow schedule arrange organise organize set put make build
  design write create record start begin test run show walk give tell inform notify ask discuss add change order process
  handle sort close approve decide confirm post pass push roll investigate connect invite analyse analyze evaluate plan
  proofread edit shoot film estimate quote calculate work tackle address cover compile assemble demo host present brief
  onboard train audit optimise optimize debug reach speak wrap bring supply turn switch announce double-check remind`);

/** Both first persons of verbs that hand something over or have it done. */
export const SURE_RU =
  setOf(`пришлю пришлем вышлю вышлем отправлю отправим перешлю перешлем подготовлю подготовим сделаю сделаем доделаю
  доделаем закончу закончим завершу завершим исправлю исправим поправлю поправим обновлю обновим загружу загрузим выложу
  выложим выкачу выкатим запущу запустим опубликую опубликуем оплачу оплатим переведу переведем подпишу подпишем доработаю
  доработаем переделаю переделаем предоставлю предоставим передам передадим скину скинем сдам сдадим настрою настроим
  внедрю внедрим разработаю разработаем нарисую нарисуем напишу напишем соберу соберем составлю составим установлю
  установим перенесу перенесем починю починим внесу внесем добавлю добавим оформлю оформим выставлю выставим поставлю
  поставим устраню устраним заменю заменим удалю удалим сверстаю сверстаем смонтирую смонтируем напечатаю напечатаем
  доставлю доставим рассчитаю рассчитаем посчитаю посчитаем отрисую отрисуем дорисую дорисуем допишу допишем подключу
  подключим создам создадим подам подадим верну возместим разошлю разошлем покажу покажем представлю представим уберу уберем`);

/** Deeds that are a promise only with a date. */
export const DATED_RU =
  setOf(`проверю проверим посмотрю посмотрим уточню уточним сообщу сообщим свяжусь свяжемся позвоню позвоним дам дадим
  начну начнем приступлю приступим организую организуем проведу проведем вернусь вернемся отвечу ответим напомню напомним
  решу решим изучу изучим протестирую протестируем согласую согласуем назначу назначим соберемся подтвержу подтвердим
  спрошу спросим узнаю узнаем займусь займемся обсужу обсудим расскажу расскажем просмотрю просмотрим перезвоню перезвоним
  отпишусь отпишемся утвержу утвердим закрою закроем перейду перейдем возьму возьмем проработаю проработаем оценю оценим
  найду найдем получу получим успею успеем присылаю присылаем отправляю отправляем отчитаюсь отчитаемся`);
