import { Controller, Get, Query } from '@nestjs/common';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { decodeCursor } from '../../common/cursor.js';
import { keysetPage } from '../../common/keyset-page.js';
import {
  Access,
  FromReplica,
  named,
  NEXT_CURSOR,
  Operation,
  orNull,
  PageQuery,
  Project,
  ProjectScoped,
  type ActiveProject,
} from '../../http/index.js';
import { ChatwootListsRepository } from './lists.repository.js';

class ContactsQuery extends PageQuery {
  @ApiPropertyOptional({ example: 'noor', description: 'Part of a name, e-mail, phone number or identifier' })
  @IsOptional()
  @IsString({ message: 'must be a text' })
  // PostgreSQL takes no NUL in a text.
  @Matches(/^[^\0]*$/, { message: 'must be readable text' })
  @MaxLength(200, { message: 'must be 200 characters or fewer' })
  q?: string;
}

class MessagesQuery extends PageQuery {
  @ApiPropertyOptional({ example: 'cw:1:341', description: 'Only messages of this conversation' })
  @IsOptional()
  @Matches(/^cw:[\w-]{1,64}:\d{1,18}$/, { message: 'must be a conversation id such as cw:1:341' })
  conversation_global_id?: string;
}

@ApiTags('conversations')
@Controller()
export class ChatwootListsController {
  constructor(private readonly lists: ChatwootListsRepository) {}

  @Get('contacts')
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'listContacts',
    summary: 'The project’s contacts, latest activity first',
    example: {
      contacts: [
        named('Contact', {
          contact_global_id: 'cwc:1:4410',
          name: orNull('Noor Haddad'),
          email: orNull('noor@example.org'),
          phone_number: orNull('+49301234567', null),
          identifier: orNull('crm-17', null),
          blocked: false,
          last_activity_at: orNull('2026-02-03T10:11:12.000Z'),
          created_at: orNull('2026-01-05T09:30:00.000Z'),
        }),
      ],
      next_cursor: NEXT_CURSOR,
    },
  })
  async contacts(@Project() project: ActiveProject, @Query() query: ContactsQuery) {
    const found = await this.lists.contacts(project.id, query.q ?? null, query.limit + 1, after(query));
    const { rows, next_cursor } = keysetPage(found, query.limit, (last) => [last.contact_global_id]);
    return { contacts: rows, next_cursor };
  }

  @Get('conversations')
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'listConversations',
    summary: 'The project’s conversations, latest activity first',
    example: {
      conversations: [
        named('Conversation', {
          conversation_global_id: 'cw:1:341',
          status: 'open',
          priority: orNull('high', null),
          channel: orNull('Channel::WebWidget'),
          labels: ['billing'],
          inbox_id: '12',
          contact_global_id: orNull('cwc:1:4410'),
          assignee_name: orNull('Ilse'),
          team_name: orNull('support'),
          unread_count: orNull(1),
          waiting_since: orNull('2026-02-03T10:11:12.000Z', null),
          first_reply_at: orNull('2026-01-05T10:30:00.000Z'),
          last_activity_at: '2026-02-03T10:11:12.000Z',
          created_at: orNull('2026-01-05T09:30:00.000Z'),
        }),
      ],
      next_cursor: NEXT_CURSOR,
    },
  })
  async conversations(@Project() project: ActiveProject, @Query() query: PageQuery) {
    const found = await this.lists.conversations(project.id, query.limit + 1, after(query));
    const { rows, next_cursor } = keysetPage(found, query.limit, (last) => [last.conversation_global_id]);
    return { conversations: rows, next_cursor };
  }

  @Get('messages')
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'listMessages',
    summary: 'The project’s messages, newest first, of one conversation or of all',
    example: {
      messages: [
        named('Message', {
          message_global_id: 'cwmsg:1:90201',
          conversation_global_id: 'cw:1:341',
          message_type: 0,
          content_type: orNull('text'),
          content: orNull('Invoice missing'),
          private: false,
          status: orNull('sent'),
          sender_type: orNull('contact'),
          sender_name: orNull('Noor Haddad'),
          sent_at: '2026-02-03T10:11:12.000Z',
        }),
      ],
      next_cursor: NEXT_CURSOR,
    },
  })
  async messages(@Project() project: ActiveProject, @Query() query: MessagesQuery) {
    const found = await this.lists.messages(
      project.id,
      query.conversation_global_id ?? null,
      query.limit + 1,
      after(query),
    );
    const { rows, next_cursor } = keysetPage(found, query.limit, (last) => [last.message_global_id]);
    return { messages: rows, next_cursor };
  }
}

const after = ({ cursor }: PageQuery): string | null =>
  cursor === undefined ? null : decodeCursor(cursor, ['string'])[0];
