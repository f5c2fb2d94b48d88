/** Domain code gets the time and chance from who calls it, so that its tests can hand them in. */
export default {
  meta: { name: 'pure-domain' },
  rules: {
    'no-clock-or-chance': {
      create(context) {
        const handIn = (node, what) => context.report({ node, message: `Domain code is pure: hand the ${what} in.` });
        return {
          NewExpression({ callee, arguments: given }) {
            if (callee.name === 'Date' && given.length === 0) handIn(callee, 'time');
          },
          CallExpression({ callee }) {
            const called = `${callee.object?.name}.${callee.property?.name}`;
            if (called === 'Date.now') handIn(callee, 'time');
            if (called === 'Math.random') handIn(callee, 'number');
          },
        };
      },
    },
  },
};
