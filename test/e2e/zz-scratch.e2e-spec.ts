import { writeFileSync } from 'node:fs';
import { startTestApp } from '../support/test-app.js';
it('dumps', async () => {
  const s = await startTestApp({ env: { ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600' } });
  const v = s.visitor();
  writeFileSync('/tmp/h1/doc.json', (await v.get('/openapi.json')).text);
  const docs = await v.get('/docs');
  writeFileSync('/tmp/h1/docs.html', JSON.stringify(docs.headers, null, 1) + '\n' + docs.status + docs.text);
  const router = (s.app.getHttpAdapter().getInstance() as any).router;
  writeFileSync(
    '/tmp/h1/routes.txt',
    router.stack
      .map((l: any) => (l.route ? Object.keys(l.route.methods) + ' ' + l.route.path : `- ${l.name} ${l.slash}`))
      .join('\n'),
  );
  const out: string[] = [];
  const show = async (name: string, t: any) => {
    try {
      const r = await t;
      out.push(`${name}: ${r.status} ${JSON.stringify(r.headers)} ${String(r.text).slice(0, 400)}`);
    } catch (e) {
      out.push(`${name}: ${String(e)}`);
    }
  };
  await show('v1', v.get('/v1'));
  await show('root', v.get('/'));
  await show('v1/', v.get('/v1/'));
  await show('v1q', v.get('/v1?x=1'));
  await show('v1v1', v.get('/v1/v1/health'));
  await show('v1x', v.get('/v1x'));
  await show('trail', v.get('/v1/health/'));
  await show('trail0', v.get('/health/'));
  await show('case', v.get('/HEALTH/live'));
  await show('pct', v.get('/jobs/runs/%E0%A4%A'));
  await show('pct2', v.get('/v1/%zz'));
  await show('docsv1', v.get('/v1/docs'));
  await show('openv1', v.get('/v1/openapi.json'));
  await show('head', v.agent.head('/health/live'));
  await show('opt', v.agent.options('/search'));
  await show(
    'opt cors',
    v.agent.options('/search').set('origin', 'http://localhost:3000').set('access-control-request-method', 'POST'),
  );
  await show(
    'opt foreign',
    v.agent.options('/search').set('origin', 'http://evil').set('access-control-request-method', 'POST'),
  );
  await show('opt unknown', v.agent.options('/nothing'));
  await show('trace', (v.agent as any).trace('/health'));
  await show('proj', v.agent.propfind('/health'));
  await show('query', (v.agent as any).post('/health'));
  await show('delete json', v.agent.delete('/docs'));
  await show('put openapi', v.agent.put('/openapi.json').send({}));
  await show('metrics', v.get('/metrics'));
  await show('metricsq', v.get('/metrics?x=1'));
  await show('ready', v.get('/health/ready'));
  await show('healthq', v.get('/health?x=1'));
  await show('search', v.post('/search', { query: 'x' }));
  await s.close();
  writeFileSync('/tmp/h1/out.txt', out.join('\n'));
});
