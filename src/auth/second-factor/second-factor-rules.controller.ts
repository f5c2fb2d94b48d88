import { Body, Controller, Delete, Param, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, Operation, SignedInOnly, User, type Principal } from '../../http/index.js';
import { UserParams } from '../users.dto.js';
import { ScopeChangeBody, ScopeParams } from './second-factor.dto.js';
import { SecondFactorRules } from './second-factor-rules.service.js';

@ApiTags('users')
@Controller()
@Access('admin')
@SignedInOnly()
export class SecondFactorRulesController {
  constructor(private readonly rules: SecondFactorRules) {}

  @Patch('account-scopes/:id')
  @Operation({
    id: 'changeAccountScope',
    summary: 'Ask everybody in an account scope for a second factor',
    description: 'Who has none yet can do nothing but set one up. You need one yourself first.',
    confirm: 'Everybody in the scope who has no second factor is kept out until they set one up.',
    example: { second_factor_required: true },
    errors: ['not_found', 'conflict'],
  })
  async change(@Param() { id }: ScopeParams, @Body() body: ScopeChangeBody, @User() admin: Principal) {
    await this.rules.require(admin, id, body.second_factor_required);
    return { second_factor_required: body.second_factor_required };
  }

  @Delete('users/:id/second-factor')
  @Operation({
    id: 'resetSecondFactor',
    summary: 'Take the second factor from somebody who has lost it',
    confirm: 'The password alone signs this user in: make sure that it is they who ask. Signs them out everywhere.',
    example: {},
    errors: ['not_found'],
  })
  async reset(@Param() { id }: UserParams, @User() admin: Principal) {
    await this.rules.reset(admin, id);
    return {};
  }
}
