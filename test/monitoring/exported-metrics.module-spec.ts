import { describe, expect, it } from '@jest/globals';
import { Counter, register } from 'prom-client';
import { exportedMetrics } from '../../generate/metrics.js';

describe('exportedMetrics', () => {
  it('leaves the registry of the process as it found it', () => {
    const counter = new Counter({ name: 'kag_of_a_test_total', help: 'of a test' });
    const names = () => register.getMetricsAsArray().map(({ name }) => name);
    try {
      const before = names();
      expect(exportedMetrics().map(({ name }) => name)).toContain('kag_connector_requests_total');
      expect(names()).toEqual(before);
      expect(register.getSingleMetric('kag_of_a_test_total')).toBe(counter);
    } finally {
      register.removeSingleMetric('kag_of_a_test_total');
    }
  });
});
