/** The runbook's sections and checks in Russian, by the ids of the diagnosis. */
export const sectionsRu: Record<string, string> = {
  checklist: 'Первый взгляд: исправен ли сервер и движется ли проект',
  search_empty: 'Поиск ничего не находит',
  connector_sync: 'Коннектор не синхронизируется',
  daily_pipeline: 'Суточный расчёт молчит',
  recommendations_few: 'Рекомендаций мало или нет',
  similarity_empty: 'Нет похожих случаев',
  auth: 'Людей снова и снова просят войти',
  monitoring: 'За чем следить',
};

export const checksRu: Record<string, string> = {
  chunks: 'Тексты для поиска есть',
  connector_backoff: 'Ни один коннектор не ждёт повторной попытки',
  connector_configuration: 'Коннекторы настроены',
  connector_errors: 'Записи читаются',
  connector_lag: 'Коннекторы не отстают',
  connector_state: 'Синхронизации завершаются успешно',
  trust_proxy_hops: 'За прокси людей различают',
  cookie_flags: 'Браузеры сохраняют cookie сессии',
  cors_origin: 'Странице разрешены запросы с cookie',
  csrf_cookie: 'Cookie CSRF на месте',
  daily_pipeline_paused: 'Суточный расчёт не приостановлен',
  daily_pipeline_run: 'Суточный расчёт завершается успешно',
  database: 'База данных отвечает',
  dead_letters: 'Ни от одной записи не отказались',
  due_jobs: 'Задачи запускаются в срок',
  embedding_key: 'У поставщика эмбеддингов есть ключ',
  embedding_provider: 'Поставщик эмбеддингов отвечает',
  embeddings_ready: 'У текстов есть эмбеддинги',
  evidence_gate: 'Порог доказательств пропускает рекомендации',
  forecast_evidence: 'Прогнозы опираются на доказательства',
  forecasts_current: 'Прогнозы сегодняшние',
  forecasts_present: 'Прогнозы есть',
  forecasts_publishable: 'Прогнозы можно показывать',
  jobs_paused: 'Ни одна задача не приостановлена',
  kag_flags: 'Ничего не выключено',
  last_cycle: 'Циклы синхронизации завершаются',
  last_payload: 'Что было в последнем нечитаемом ответе',
  migrations: 'Схема базы на последней версии',
  model_generation: 'Поиск отвечает по настроенной модели',
  new_recommendations_age: 'На новые рекомендации кто-то смотрит',
  pgvector: 'Версия pgvector достаточно новая',
  pipeline_warnings: 'Последние запуски прошли без предупреждений',
  process_failed_ratio: 'Сбоев мало',
  process_warning_ratio: 'Предупреждений мало',
  recommendations_present: 'Рекомендации есть там, где есть причина',
  session_project: 'Кто спрашивает и о каком проекте',
  signatures: 'У проекта есть сигнатура',
  similarity_parameters: 'Есть с чем сравнивать',
  snapshots_in_window: 'В окне есть снимки',
  snapshots_present: 'Снимки есть',
  source_events: 'Источники приносят события',
  stuck_connectors: 'Ни один коннектор не завис',
  unpublishable_ratio: 'У выводов есть доказательства',
  vendor_token: 'Сервисы принимают токены',
  workers: 'Воркеры живы',
};

/** What is asked before a route whose `x-kag-confirm` asks, by the route. */
export const confirmRu: Record<string, string> = {
  'PUT /projects/{id}/sources/{connector}':
    'Со следующей синхронизации проект будет читать из этого источника, а не из прежнего.',
  'DELETE /projects/{id}/sources/{connector}':
    'Источник и сохранённые ключи исчезнут насовсем; чтобы вернуть их, придётся ввести их заново.',
  'POST /users': 'Тот, у кого есть этот логин и пароль, сможет сразу войти, видеть и делать всё, что позволяет роль.',
  'PATCH /users/{id}':
    'Меняет то, что может этот пользователь. Новый пароль, роль или состояние сразу завершат все его сессии.',
  'PATCH /auth/password': 'Завершит все ваши сессии, кроме этой.',
  'DELETE /auth/sessions/{id}': 'Того, кто пользуется этой сессией, сразу выкинет.',
  'POST /auth/tokens':
    'Тот, у кого есть этот токен, сможет от вашего имени делать всё, что позволяет его роль, пока он не истечёт.',
  'DELETE /auth/tokens/{id}': 'Скрипты, которые им пользуются, сразу получат отказ.',
  'POST /auth/second-factor/confirm':
    'С этого момента для входа нужен код из приложения. Завершит все ваши сессии, кроме этой.',
  'POST /auth/second-factor/recovery-codes': 'Прежние коды восстановления больше не подойдут.',
  'POST /auth/second-factor/remove':
    'С этого момента для входа достаточно пароля. Завершит все ваши сессии, кроме этой.',
  'DELETE /users/{id}/second-factor':
    'Пользователь сможет войти по одному паролю: убедитесь, что просит именно он. Завершит все его сессии.',
  'PATCH /account-scopes/{id}':
    'Все в этой области, у кого нет второго фактора, не смогут работать, пока не настроят его.',
  'PATCH /jobs/scheduler/{job_type}':
    'Приостановленная задача не запустится сама, пока её не возобновят, и всё, что на ней построено, устареет.',
  'POST /connectors/errors/retry':
    'Снова запросит у сервисов до 100 записей (или `limit`), при желании и те, от которых отказались. Если сервис всё ещё сбоит, это потратит попытки и лимит запросов.',
  'POST /connectors/reconciliation/run':
    'Перечислит все записи каждого сервиса: это долго и расходует лимит запросов. Чего там уже нет, здесь будет отмечено удалённым.',
  'POST /kag/snapshots/refresh':
    'Заменит сохранённые дни, до 400, тем, что из журнала событий следует по сегодняшним правилам.',
  'POST /kag/similarity/rebuild': 'Заменит сигнатуру, по которой этот проект сравнивается с другими.',
};
