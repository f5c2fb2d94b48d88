import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsOneOf, IsUuid, PageQuery } from '../../http/index.js';
import { DELIVERY_STATUSES, type DeliveryStatus } from './delivery.entity.js';

export class DeliveriesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: DELIVERY_STATUSES, description: 'Only those with this status' })
  @IsOptional()
  @IsOneOf(DELIVERY_STATUSES)
  status?: DeliveryStatus;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only those of this subscription' })
  @IsOptional()
  @IsUuid()
  subscription_id?: string;
}

export class DeliveryParams {
  @ApiProperty({ format: 'uuid', description: 'Id of the delivery' })
  @IsUuid()
  id!: string;
}
