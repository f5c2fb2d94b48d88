import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The mirror of a project's Chatwoot account. `data` is the vendor's object; `deleted_at` to `updated_at` are the
 * writer's.
 */
export class CreateChatwoot1763900500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const writers = `
        data jsonb NOT NULL,
        deleted_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()`;
    const project = (table: string) =>
      `CONSTRAINT fk_${table}_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE`;

    await runner.query(`
      CREATE TABLE cw_inboxes_raw (
        project_id uuid NOT NULL,
        inbox_global_id text NOT NULL,
        account_id text NOT NULL,
        inbox_id bigint NOT NULL,
        name text,
        channel_type text,${writers},
        CONSTRAINT pk_cw_inboxes_raw PRIMARY KEY (project_id, inbox_global_id),
        ${project('cw_inboxes_raw')}
      )`);
    await runner.query(`
      CREATE TABLE cw_contacts (
        project_id uuid NOT NULL,
        contact_global_id text NOT NULL,
        account_id text NOT NULL,
        contact_id bigint NOT NULL,
        name text,
        email text,
        phone_number text,
        identifier text,
        blocked boolean NOT NULL,
        last_activity_at timestamptz,
        vendor_created_at timestamptz,${writers},
        CONSTRAINT pk_cw_contacts PRIMARY KEY (project_id, contact_global_id),
        ${project('cw_contacts')}
      )`);
    await runner.query(
      `CREATE INDEX ix_cw_contacts_listed ON cw_contacts (project_id, last_activity_at DESC NULLS LAST, contact_global_id DESC)`,
    );
    // No key to cw_contacts: a contact that can't be read, or was merged into another, must not hold its conversations
    // up.
    await runner.query(`
      CREATE TABLE cw_conversations (
        project_id uuid NOT NULL,
        conversation_global_id text NOT NULL,
        account_id text NOT NULL,
        conversation_id bigint NOT NULL,
        uuid text,
        inbox_id bigint NOT NULL,
        contact_global_id text,
        status text NOT NULL,
        priority text,
        channel text,
        labels jsonb NOT NULL,
        assignee_id bigint,
        assignee_name text,
        team_id bigint,
        team_name text,
        unread_count integer,
        snoozed_until timestamptz,
        first_reply_at timestamptz,
        waiting_since timestamptz,
        last_activity_at timestamptz NOT NULL,
        vendor_created_at timestamptz,
        vendor_updated_at double precision NOT NULL,${writers},
        CONSTRAINT pk_cw_conversations PRIMARY KEY (project_id, conversation_global_id),
        ${project('cw_conversations')}
      )`);
    await runner.query(
      `CREATE INDEX ix_cw_conversations_listed ON cw_conversations (project_id, last_activity_at DESC, conversation_global_id DESC)`,
    );
    await runner.query(`CREATE INDEX ix_cw_conversations_contact ON cw_conversations (project_id, contact_global_id)`);
    await runner.query(`
      CREATE TABLE cw_messages (
        project_id uuid NOT NULL,
        message_global_id text NOT NULL,
        conversation_global_id text NOT NULL,
        account_id text NOT NULL,
        conversation_id bigint NOT NULL,
        message_id bigint NOT NULL,
        inbox_id bigint,
        message_type integer NOT NULL,
        content_type text,
        content text,
        private boolean NOT NULL,
        status text,
        sender_type text,
        sender_id bigint,
        sender_name text,
        source_id text,
        sent_at timestamptz NOT NULL,${writers},
        CONSTRAINT pk_cw_messages PRIMARY KEY (project_id, message_global_id),
        ${project('cw_messages')},
        CONSTRAINT fk_cw_messages_conversation FOREIGN KEY (project_id, conversation_global_id)
          REFERENCES cw_conversations (project_id, conversation_global_id) ON DELETE CASCADE
      )`);
    // Serves the list of one conversation, and the writer's search for messages that are gone from it.
    await runner.query(
      `CREATE INDEX ix_cw_messages_conversation ON cw_messages (project_id, conversation_global_id, sent_at DESC, message_id DESC)`,
    );
    await runner.query(`CREATE INDEX ix_cw_messages_listed ON cw_messages (project_id, sent_at DESC, message_id DESC)`);
    await runner.query(`
      CREATE TABLE cw_attachments_raw (
        project_id uuid NOT NULL,
        attachment_global_id text NOT NULL,
        message_global_id text NOT NULL,
        conversation_global_id text NOT NULL,
        attachment_id bigint NOT NULL,
        file_type text,
        file_size bigint,
        data_url text,${writers},
        CONSTRAINT pk_cw_attachments_raw PRIMARY KEY (project_id, attachment_global_id),
        ${project('cw_attachments_raw')},
        CONSTRAINT fk_cw_attachments_raw_message FOREIGN KEY (project_id, message_global_id)
          REFERENCES cw_messages (project_id, message_global_id) ON DELETE CASCADE
      )`);
    await runner.query(
      `CREATE INDEX ix_cw_attachments_raw_message ON cw_attachments_raw (project_id, message_global_id)`,
    );
    await runner.query(
      `CREATE INDEX ix_cw_attachments_raw_conversation ON cw_attachments_raw (project_id, conversation_global_id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['cw_attachments_raw', 'cw_messages', 'cw_conversations', 'cw_contacts', 'cw_inboxes_raw']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
