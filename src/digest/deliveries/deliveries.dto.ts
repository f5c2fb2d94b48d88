import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../../http/index.js';
import { DELIVERY_STATUSES, type DeliveryStatus } from './delivery.entity.js';

export class DeliveriesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: DELIVERY_STATUSES, description: 'Only those with this status' })
  @IsOptional()
  @IsIn(DELIVERY_STATUSES, { message: `must be one of ${DELIVERY_STATUSES.join(', ')}` })
  status?: DeliveryStatus;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only those of this subscription' })
  @IsOptional()
  @IsUUID(undefined, { message: 'must be a uuid' })
  subscription_id?: string;
}

export class DeliveryParams {
  @ApiProperty({ format: 'uuid', description: 'Id of the delivery' })
  @IsUUID(undefined, { message: 'must be a uuid' })
  id!: string;
}
