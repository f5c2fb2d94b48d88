import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, named, Operation, orNull, SignedInOnly, User, type Principal } from '../../http/index.js';
import { UserParams } from '../users.dto.js';
import { Identities } from './identities.service.js';
import { IdentityParams, NewIdentityBody } from './oidc.dto.js';

const IDENTITY = named('Identity', {
  id: '7d4f3c1e-8a41-4a52-9d53-1f7a1f1f0b22',
  issuer: 'https://login.example.com',
  subject: '00u1a2b3c4',
  provisioned: false,
  last_signed_in_at: orNull('2025-11-20T09:00:00.000Z'),
  created_at: '2025-11-20T09:00:00.000Z',
});

@ApiTags('users')
@Controller('users/:id/identities')
@Access('admin')
@SignedInOnly()
export class IdentitiesController {
  constructor(private readonly identities: Identities) {}

  @Get()
  @Operation({
    id: 'listIdentities',
    summary: 'Who a user is at the identity provider',
    description: '`provisioned`: OIDC_ROLES made the user, whose roles follow the provider at each sign-in.',
    example: { identities: [IDENTITY] },
    errors: ['not_found'],
  })
  async list(@Param() { id }: UserParams, @User() admin: Principal) {
    return { identities: await this.identities.of(admin, id) };
  }

  @Post()
  @HttpCode(200)
  @Operation({
    id: 'linkIdentity',
    summary: 'Let somebody at the identity provider sign in as a user',
    description: 'Takes an admin of all account scopes of the user. A refused sign-in names the subject.',
    confirm: 'Whoever has this subject at the identity provider signs in as this user, without the password.',
    example: { identity: IDENTITY },
    errors: ['conflict', 'provider_not_configured'],
  })
  async link(@Param() { id }: UserParams, @Body() { subject }: NewIdentityBody, @User() admin: Principal) {
    return { identity: await this.identities.link(admin, id, subject) };
  }

  @Delete(':identity_id')
  @Operation({
    id: 'unlinkIdentity',
    summary: 'Take an identity from a user',
    confirm: 'The identity no longer signs in; the user is signed out everywhere at once.',
    example: {},
  })
  async unlink(@Param() { id, identity_id }: IdentityParams, @User() admin: Principal) {
    await this.identities.unlink(admin, id, identity_id);
    return {};
  }
}
