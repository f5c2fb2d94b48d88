/** Vocabulary of made-up messages, the commonest words of each list first. */
const list = (words: string): readonly string[] => words.split(/[|\n]/).map((word) => word.trim());

export const NOUNS = list(
  `website|invoice|logo|order|account|contract|email|banner|design|page|price|photo|newsletter|checkout|domain|server
  |menu|gallery|backup|calendar|delivery|payment|campaign|video|template|password|catalogue|brochure|translation|warranty
  |coupon|stock|label|shipment|redirect|certificate|headline|footer|slider|survey|poster|refund|subscription|quote|receipt
  |agenda|workshop|release|plugin|dashboard|report|audit|script|firewall|hosting|migration|prototype|palette|typeface|icon
  |storyboard|sketch|packaging|leaflet|sticker|billboard|podcast|webinar|interview|testimonial|portfolio|blog|article|caption
  |keyword|ranking|snippet|cookie|consent|imprint|sitemap|crawler|latency|bandwidth|outage|ticket|incident|patch|rollback
  |branch|mockup|wireframe|persona|funnel|bounce|segment|audience|bidding|budget|margin|forecast|ledger|voucher|surcharge
  |deposit|instalment|mandate|tariff|customs|pallet|courier|warehouse|barcode|scanner|printer|tablet|kiosk|turnstile|lobby
  |terrace|kitchen|bakery|brewery|clinic|pharmacy|dentist|museum|festival|regatta|marathon|library|academy|nursery|orchard
  |vineyard|greenhouse|carpentry|foundry|quarry|harbour|ferry|tram|bicycle|scooter|trailer|generator|turbine|battery|inverter
  |thermostat|boiler|chimney|skylight|scaffold|plaster|parquet|mosaic|awning|gazebo|hammock|lantern|chandelier|tapestry
  |ceramics|porcelain|cutlery|decanter|espresso|granola|saffron|truffle|marzipan|sorbet|brioche|chutney|oyster|venison`,
);

export const ADJECTIVES = list(
  `new|old|final|first|wrong|missing|blue|large|small|second|printed|mobile|signed|urgent|public|internal|revised|updated
  |broken|monthly|yearly|digital|bilingual|seasonal|vertical|rounded|narrow|glossy|muted|striped|transparent|interactive
  |encrypted|outdated|duplicate|provisional|confidential|refundable|taxable|overdue|prepaid|discounted|customised|accessible
  |responsive|animated|handwritten|embossed|recycled|waterproof|magnetic|foldable|portable|detachable|adjustable|wireless
  |redundant|scalable|anonymous|legacy|experimental|regional|municipal|offshore|nocturnal|vintage|rustic|minimalist|baroque`,
);

export const PARTICIPLES = list(
  `sent|paid|changed|approved|moved|updated|deleted|checked|tested|signed|printed|ordered|delivered|cancelled|postponed
  |published|translated|archived|restored|uploaded|downloaded|renamed|shortened|enlarged|cropped|retouched|compressed|merged
  |exported|imported|migrated|encrypted|refunded|credited|invoiced|reminded|escalated|assigned|reviewed|rejected|corrected
  |annotated|photographed|recorded|subtitled|rehearsed|cleaned|repaired|replaced|upgraded|calibrated|insulated|varnished
  |laminated|engraved|stapled|shipped|unpacked|inspected|certified|insured|auctioned|donated|catalogued|digitised|throttled
  |whitelisted|blacklisted|rebooted|benchmarked|profiled|refactored|documented|deprecated`,
);

export const TIMES = list(
  `today|tomorrow|on Monday|on Thursday afternoon|next week|by the end of the month|before the holidays|within two hours
  |after the meeting|in spring|last night|during the fair|at noon|since the weekend|on the 14th|before the audit`,
);

export const REMARKS = list(
  `our accountant asks about it every day|please call me before you change anything|we tested it in three browsers
  |a customer complained about it|that was not part of the quote|the deadline cannot move again|I attached a screenshot
  |my colleague takes over while I travel|it worked before the weekend|nobody could tell me who is responsible`,
);

export const RUSSIAN_NOUNS = list(
  `счёт|договор|макет|логотип|рассылка|форма|корзина|домен|сервер|каталог|баннер|отчёт|перевод|почта|галерея|карточка|витрина
  |скидка|доставка|накладная|вывеска|буклет|этикетка|упаковка|выставка|мастерская|пекарня|аптека|музей|фестиваль|оранжерея
  |причал|фонарь|камин|мозаика|скатерть|самовар|варенье|шафран|устрица`,
);

export const RUSSIAN_PARTS = list(
  `пока не готов|не открывается с телефона|надо согласовать до пятницы|выглядит иначе|можно публиковать вечером
  |ждёт подписи директора|снова показывает ошибку|оплатили утром|придётся перенести|нужно проверить ещё раз|потерялся при переезде
  |напечатан с опечаткой|отправили курьером|вернули поставщику|хранится в архиве|обновляется по ночам`,
);

export const SYLLABLES = list('ka|ro|min|tel|va|zu|pra|lo|dex|fi|nor|sta|gru|be|lin|os|mar|qui|tan|wel|ho|sy|pel|dra');
