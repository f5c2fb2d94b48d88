import { HEARD } from '../src/kag-events/domain/detect/learned/model.js';
import { fit, scoresOf, type Example } from './fit.js';

const NEED = HEARD.indexOf('need');
const sentence = (...features: number[]) => Int32Array.from(features);
const example = (is: boolean, ...sentences: Int32Array[]): Example => ({ sentences, right: { need: is }, weight: 1 });
const examples = Array.from({ length: 20 }, () => [
  example(true, sentence(1, 2), sentence(9)),
  example(false, sentence(3, 2)),
  example(false, sentence(9)),
]).flat();

describe('fit', () => {
  const fitted = fit(examples);
  const needOf = (...features: number[]) => scoresOf(fitted, [sentence(...features)])[NEED] ?? 0;

  it('learns which feature tells, and leaves what both sides have', () => {
    expect(needOf(1)).toBeGreaterThan(needOf(2));
    expect(needOf(2)).toBeGreaterThan(needOf(3));
  });

  it('judges a text by the sentence that says it most', () => {
    expect(scoresOf(fitted, [sentence(3), sentence(1)])[NEED]).toBe(needOf(1));
  });

  it('makes the same weights of the same examples', () => {
    expect(fit(examples).weights).toEqual(fitted.weights);
  });

  it('learns nothing of what is not judged', () => {
    expect(scoresOf(fitted, [sentence(1)])[HEARD.indexOf('pleased')]).toBe(0);
  });
});
